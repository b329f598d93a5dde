// The version for x86-64 with AVX-512 (BW, VBMI2) and PCLMULQDQ: 64 bytes at a time, and bits become
// offsets by one instruction that moves the marked bytes together.

#if defined(__x86_64__)

#include <immintrin.h>

#include "versions.h"

#define CBM_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512vbmi2,avx2,bmi,bmi2,popcnt,pclmul"), \
                 min_vector_width(512)))
#define CBM_INLINE static inline __attribute__((always_inline)) CBM_TARGET

typedef __m512i block;

CBM_INLINE block block_load(const uint8_t *bytes) {
  return _mm512_loadu_si512(bytes);
}

CBM_INLINE uint64_t block_equal(const block block, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)byte));
}

/// A bit for each byte in which two blocks differ.
CBM_INLINE uint64_t block_unequal(const block a, const block b) {
  return _mm512_cmpneq_epi8_mask(a, b);
}

#include "bmi.h"

/// The numbers 0 to 63.
static const uint8_t indices[64] = {
  0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
  22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
  44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
};

/// See scan.h; sixteen offsets are written at once.
#define CBM_WRITES_OFFSETS
CBM_INLINE void write_offsets(uint32_t *out, uint32_t base, uint64_t bits, unsigned count) {
  const __m512i packed = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(indices));
  const __m512i bases = _mm512_set1_epi32((int)base);
#define WRITE_SIXTEEN(part) \
  _mm512_storeu_si512( \
      out + 16 * (part), \
      _mm512_add_epi32( \
          bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, part))))
  WRITE_SIXTEEN(0);
  if (__builtin_expect(count > 16, 0)) {
    WRITE_SIXTEEN(1);
    WRITE_SIXTEEN(2);
    WRITE_SIXTEEN(3);
  }
#undef WRITE_SIXTEEN
}

typedef __m512i vector;
#define VECTOR_BYTES 64

#define vector_load(bytes) _mm512_loadu_si512(bytes)
#define vector_zero() _mm512_setzero_si512()
#define vector_or(a, b) _mm512_or_si512(a, b)
#define vector_and(a, b) _mm512_and_si512(a, b)
#define vector_xor(a, b) _mm512_xor_si512(a, b)
#define vector_repeated(byte) _mm512_set1_epi8((char)(byte))
#define vector_minus(a, b) _mm512_subs_epu8(a, b)
#define vector_high_nibbles(a) \
  _mm512_and_si512(_mm512_srli_epi16(a, 4), _mm512_set1_epi8(0x0F))
#define vector_any(a) (_mm512_test_epi8_mask(a, a) != 0)
#define vector_any_high(a) (_mm512_movepi8_mask(a) != 0)

CBM_INLINE vector vector_look_up(const uint8_t table[16], vector indices) {
  const __m128i quarter = _mm_loadu_si128((const __m128i *)(const void *)table);
  return _mm512_shuffle_epi8(_mm512_broadcast_i32x4(quarter), indices);
}

/// The bytes that stand `by` (1 to 3) places before those of `now`; a macro, because the shift has
/// to be a constant. A shift works in each quarter, so the quarter before each is brought in.
#define vector_before(last, now, by) \
  _mm512_alignr_epi8(now, _mm512_alignr_epi64(now, last, 6), 16 - (by))

#include "labels.h"
#include "scan.h"
#include "utf8_lookup.h"

CBM_VERSION(avx512)

#endif
