// The version for AArch64: 16 bytes at a time.

#if defined(__aarch64__)

#include <arm_neon.h>

#include "versions.h"

#define CBM_TARGET
#define CBM_INLINE static inline __attribute__((always_inline))

typedef struct {
  uint8x16_t parts[4];
} block;

CBM_INLINE block block_load(const uint8_t *bytes) {
  block block;
  for (unsigned i = 0; i < 4; i++) block.parts[i] = vld1q_u8(bytes + 16 * i);
  return block;
}

CBM_INLINE uint64_t block_equal(const block block, uint8_t byte) {
  static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t place = vld1q_u8(places);
  const uint8x16_t same = vdupq_n_u8(byte);
  // Each byte keeps the bit of its place; three rounds of sums of neighbours bring eight together.
  const uint8x16_t a = vandq_u8(vceqq_u8(block.parts[0], same), place);
  const uint8x16_t b = vandq_u8(vceqq_u8(block.parts[1], same), place);
  const uint8x16_t c = vandq_u8(vceqq_u8(block.parts[2], same), place);
  const uint8x16_t d = vandq_u8(vceqq_u8(block.parts[3], same), place);
  uint8x16_t sums = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
  sums = vpaddq_u8(sums, sums);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
}

/// A bit for each byte in which two blocks differ.
CBM_INLINE uint64_t block_unequal(const block a, const block b) {
  static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t place = vld1q_u8(places);
  uint8x16_t bits[4];
  for (unsigned i = 0; i < 4; i++) {
    bits[i] = vbicq_u8(place, vceqq_u8(a.parts[i], b.parts[i]));
  }
  uint8x16_t sums = vpaddq_u8(vpaddq_u8(bits[0], bits[1]), vpaddq_u8(bits[2], bits[3]));
  sums = vpaddq_u8(sums, sums);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
}

typedef uint8x16_t vector;
#define VECTOR_BYTES 16

#define vector_load(bytes) vld1q_u8(bytes)
#define vector_zero() vdupq_n_u8(0)
#define vector_or(a, b) vorrq_u8(a, b)
#define vector_and(a, b) vandq_u8(a, b)
#define vector_xor(a, b) veorq_u8(a, b)
#define vector_repeated(byte) vdupq_n_u8(byte)
#define vector_minus(a, b) vqsubq_u8(a, b)
#define vector_high_nibbles(a) vshrq_n_u8(a, 4)
#define vector_any(a) (vmaxvq_u8(a) != 0)
#define vector_any_high(a) (vmaxvq_u8(a) > 0x7F)
#define vector_look_up(table, indices) vqtbl1q_u8(vld1q_u8(table), indices)
#define vector_before(last, now, by) vextq_u8(last, now, 16 - (by))

#include "words.h"

#include "labels.h"
#include "scan.h"
#include "utf8_lookup.h"

CBM_VERSION(neon)

#endif
