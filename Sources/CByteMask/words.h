// Bits of 64-bit words in plain C, for instruction sets that have no better way.

#include <stdint.h>

CBM_INLINE uint64_t prefix_xor(uint64_t mask) {
  mask ^= mask << 1;
  mask ^= mask << 2;
  mask ^= mask << 4;
  mask ^= mask << 8;
  mask ^= mask << 16;
  mask ^= mask << 32;
  return mask;
}

CBM_INLINE unsigned low_bit(uint64_t mask) {
  // The builtin is undefined for 0.
  return (unsigned)__builtin_ctzll(mask | (uint64_t)1 << 63);
}

CBM_INLINE unsigned bit_count(uint64_t mask) {
  return (unsigned)__builtin_popcountll(mask);
}

/// The `count` lowest bits, all of them from 64 on.
CBM_INLINE uint64_t low_bits(uint64_t word, size_t count) {
  return count >= 64 ? word : word & (((uint64_t)1 << count) - 1);
}
