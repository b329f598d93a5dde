// The version for x86-64 with AVX2, BMI1, BMI2, POPCNT and PCLMULQDQ: 32 bytes at a time.

#if defined(__x86_64__)

#include <immintrin.h>

#include "versions.h"

#define CBM_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))
#define CBM_INLINE static inline __attribute__((always_inline)) CBM_TARGET

typedef struct {
  __m256i parts[2];
} block;

CBM_INLINE __m256i load(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

CBM_INLINE block block_load(const uint8_t *bytes) {
  return (block){{load(bytes), load(bytes + 32)}};
}

CBM_INLINE uint64_t block_equal(const block block, uint8_t byte) {
  const __m256i same = _mm256_set1_epi8((char)byte);
  const uint32_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.parts[0], same));
  const uint32_t high = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block.parts[1], same));
  return low | (uint64_t)high << 32;
}

/// A bit for each byte in which two blocks differ.
CBM_INLINE uint64_t block_unequal(const block a, const block b) {
  const __m256i low = _mm256_cmpeq_epi8(a.parts[0], b.parts[0]);
  const __m256i high = _mm256_cmpeq_epi8(a.parts[1], b.parts[1]);
  return ~((uint32_t)_mm256_movemask_epi8(low) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32);
}

#include "bmi.h"

typedef __m256i vector;
#define VECTOR_BYTES 32

#define vector_load(bytes) load(bytes)
#define vector_zero() _mm256_setzero_si256()
#define vector_or(a, b) _mm256_or_si256(a, b)
#define vector_and(a, b) _mm256_and_si256(a, b)
#define vector_xor(a, b) _mm256_xor_si256(a, b)
#define vector_repeated(byte) _mm256_set1_epi8((char)(byte))
#define vector_minus(a, b) _mm256_subs_epu8(a, b)
#define vector_high_nibbles(a) \
  _mm256_and_si256(_mm256_srli_epi16(a, 4), _mm256_set1_epi8(0x0F))
#define vector_any(a) (!_mm256_testz_si256(a, a))
#define vector_any_high(a) (_mm256_movemask_epi8(a) != 0)

CBM_INLINE vector vector_look_up(const uint8_t table[16], vector indices) {
  const __m128i half = _mm_loadu_si128((const __m128i *)(const void *)table);
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), indices);
}

/// The bytes that stand `by` (1 to 3) places before those of `now`; a macro, because the shift has
/// to be a constant. A shift works in each half, so the half before each is brought in.
#define vector_before(last, now, by) \
  _mm256_alignr_epi8(now, _mm256_permute2x128_si256(last, now, 0x21), 16 - (by))

#include "labels.h"
#include "scan.h"
#include "utf8_lookup.h"

CBM_VERSION(avx2)

#endif
