// The version for any x86-64: 16 bytes at a time.

#if defined(__x86_64__)

#include <emmintrin.h>

#include "versions.h"

#define CBM_TARGET
#define CBM_INLINE static inline __attribute__((always_inline))

typedef struct {
  __m128i parts[4];
} block;

CBM_INLINE block block_load(const uint8_t *bytes) {
  block block;
  for (unsigned i = 0; i < 4; i++) {
    block.parts[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
  }
  return block;
}

/// The top bits of 16 bytes, `shift` places up.
CBM_INLINE uint64_t top_bits_at(unsigned shift, __m128i bytes) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << shift;
}

CBM_INLINE uint64_t top_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return top_bits_at(0, a) | top_bits_at(16, b) | top_bits_at(32, c) | top_bits_at(48, d);
}

CBM_INLINE uint64_t block_equal(const block block, uint8_t byte) {
  const __m128i same = _mm_set1_epi8((char)byte);
  return top_bits(
      _mm_cmpeq_epi8(block.parts[0], same), _mm_cmpeq_epi8(block.parts[1], same),
      _mm_cmpeq_epi8(block.parts[2], same), _mm_cmpeq_epi8(block.parts[3], same));
}

/// A bit for each byte in which two blocks differ.
CBM_INLINE uint64_t block_unequal(const block a, const block b) {
  return ~top_bits(
      _mm_cmpeq_epi8(a.parts[0], b.parts[0]), _mm_cmpeq_epi8(a.parts[1], b.parts[1]),
      _mm_cmpeq_epi8(a.parts[2], b.parts[2]), _mm_cmpeq_epi8(a.parts[3], b.parts[3]));
}

CBM_INLINE uint64_t block_high(const block block) {
  return top_bits(block.parts[0], block.parts[1], block.parts[2], block.parts[3]);
}

/// All bits of each byte that is above one.
CBM_INLINE __m128i above(__m128i bytes, uint8_t byte) {
  // There is no unsigned comparison: a byte is the larger of itself and the next value up.
  return _mm_cmpeq_epi8(_mm_max_epu8(bytes, _mm_set1_epi8((char)(byte + 1))), bytes);
}

CBM_INLINE uint64_t block_above(const block block, uint8_t byte) {
  return top_bits(
      above(block.parts[0], byte), above(block.parts[1], byte), above(block.parts[2], byte),
      above(block.parts[3], byte));
}

CBM_INLINE bool block_is_delicate(const block block) {
  __m128i found = _mm_setzero_si128();
  for (unsigned i = 0; i < 4; i++) {
    const __m128i bytes = block.parts[i];
    const __m128i even = _mm_and_si128(bytes, _mm_set1_epi8((char)0xFE));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(even, _mm_set1_epi8((char)0xC0)));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xE0)));
    found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xED)));
    found = _mm_or_si128(found, above(bytes, 0xEF));
  }
  return _mm_movemask_epi8(found) != 0;
}

#include "words.h"

#include "labels.h"
#include "scan.h"
#include "utf8_masks.h"

CBM_VERSION(sse2)

#endif
