// Bits of 64-bit words with BMI1, BMI2, POPCNT and PCLMULQDQ; words.h is the same in plain C.

/// The carry-less product with all ones adds up all shifts of the mask.
CBM_INLINE uint64_t prefix_xor(uint64_t mask) {
  const __m128i ones = _mm_set1_epi8((char)0xFF);
  const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((int64_t)mask), ones, 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

CBM_INLINE unsigned low_bit(uint64_t mask) {
  return (unsigned)_tzcnt_u64(mask);
}

CBM_INLINE unsigned bit_count(uint64_t mask) {
  return (unsigned)_mm_popcnt_u64(mask);
}

/// The `count` lowest bits, all of them from 64 on.
CBM_INLINE uint64_t low_bits(uint64_t word, size_t count) {
  return _bzhi_u64(word, (unsigned)count);
}
