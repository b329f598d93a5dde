// The version for any processor: eight bytes in a 64-bit word.

#include <string.h>

#include "versions.h"

#define CBM_TARGET
#define CBM_INLINE static inline __attribute__((always_inline))

typedef struct {
  uint64_t words[8];
} block;

/// The byte in all eight places.
CBM_INLINE uint64_t repeated(uint8_t byte) {
  return byte * (uint64_t)0x0101010101010101;
}

CBM_INLINE block block_load(const uint8_t *bytes) {
  block block;
  memcpy(block.words, bytes, sizeof block.words);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  for (unsigned i = 0; i < 8; i++) block.words[i] = __builtin_bswap64(block.words[i]);
#endif
  return block;
}

/// The top bits of a word's bytes, moved together: bit i is that of byte i. The factor adds up
/// copies of the word that are shifted so that each top bit reaches its place in the top byte
/// alone.
CBM_INLINE uint64_t top_bits(uint64_t word) {
  return ((word & repeated(0x80)) * 0x0002040810204081) >> 56;
}

/// A top bit for each byte that is 0; no carry leaves a byte, so it is exact.
CBM_INLINE uint64_t zero_bytes(uint64_t word) {
  return ~(((word & repeated(0x7F)) + repeated(0x7F)) | word);
}

CBM_INLINE uint64_t block_equal(const block block, uint8_t byte) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < 8; i++) {
    mask |= top_bits(zero_bytes(block.words[i] ^ repeated(byte))) << (8 * i);
  }
  return mask;
}

/// A bit for each byte in which two blocks differ.
CBM_INLINE uint64_t block_unequal(const block a, const block b) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < 8; i++) {
    mask |= top_bits(~zero_bytes(a.words[i] ^ b.words[i])) << (8 * i);
  }
  return mask;
}

CBM_INLINE uint64_t block_high(const block block) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < 8; i++) mask |= top_bits(block.words[i]) << (8 * i);
  return mask;
}

CBM_INLINE uint64_t block_above(const block block, uint8_t byte) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < 8; i++) {
    const uint64_t word = block.words[i];
    // A byte is above if its top bit is set and its lower seven bits are above those of `byte`.
    const uint64_t sums = (word & repeated(0x7F)) + repeated(0xFF - byte);
    mask |= top_bits(word & sums) << (8 * i);
  }
  return mask;
}

CBM_INLINE bool block_is_delicate(const block block) {
  uint64_t found = 0;
  for (unsigned i = 0; i < 8; i++) {
    const uint64_t word = block.words[i];
    found |= zero_bytes((word & repeated(0xFE)) ^ repeated(0xC0));
    found |= zero_bytes(word ^ repeated(0xE0)) | zero_bytes(word ^ repeated(0xED));
    found |= word & word << 1 & word << 2 & word << 3;
  }
  return (found & repeated(0x80)) != 0;
}

#include "words.h"

#include "labels.h"
#include "scan.h"
#include "utf8_masks.h"

CBM_VERSION(portable)

size_t cbm_label_place(const struct cbm_labels *labels, const uint8_t *label, size_t count) {
  return (size_t)(label_place(labels, label, count) - labels->places);
}

size_t cbm_label_named_place(const struct cbm_labels *labels, const uint8_t *label, size_t count) {
  return (size_t)(label_hash(label, count, false, labels->factors) >> labels->shift);
}
