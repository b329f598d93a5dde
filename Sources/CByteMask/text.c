// Where words and lines stand in text of one byte a letter, 64 bytes at a time.

#include <string.h>

#include "CByteMask.h"

struct marks {
  uint64_t high, inside, ends;
};

#if defined(__x86_64__)

#include <emmintrin.h>

/// All bits of each byte from `low` to `high`, both below 0x80.
static inline __m128i between(__m128i bytes, char low, char high) {
  return _mm_and_si128(
      _mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(low - 1))),
      _mm_cmpgt_epi8(_mm_set1_epi8((char)(high + 1)), bytes));
}

static inline struct marks marks_of(const uint8_t *bytes) {
  struct marks marks = {0};
  for (unsigned i = 0; i < 4; i++) {
    const __m128i part = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
    const __m128i small = _mm_or_si128(part, _mm_set1_epi8(0x20));
    const __m128i letters = _mm_or_si128(
        between(small, 'a', 'z'), _mm_cmpeq_epi8(part, _mm_set1_epi8('?')));
    const __m128i ends = _mm_or_si128(
        _mm_cmpeq_epi8(part, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(part, _mm_set1_epi8('\r')));
    const uint64_t high = (uint32_t)_mm_movemask_epi8(part);
    marks.high |= high << (16 * i);
    marks.inside |= (high | (uint32_t)_mm_movemask_epi8(letters)) << (16 * i);
    marks.ends |= (uint64_t)(uint32_t)_mm_movemask_epi8(ends) << (16 * i);
  }
  return marks;
}

/// The bytes that begin a character of UTF-8 with more bytes than one.
static inline uint64_t leads_of(const uint8_t *bytes) {
  uint64_t leads = 0;
  for (unsigned i = 0; i < 4; i++) {
    const __m128i part = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
    // As signed numbers those from 0x80 to 0xBF are the smallest.
    const __m128i large = _mm_and_si128(part, _mm_cmpgt_epi8(part, _mm_set1_epi8((char)0xBF)));
    leads |= (uint64_t)(uint32_t)_mm_movemask_epi8(large) << (16 * i);
  }
  return leads;
}

#else

static inline uint64_t leads_of(const uint8_t *bytes) {
  uint64_t leads = 0;
  for (unsigned i = 0; i < 64; i++) leads |= (uint64_t)(bytes[i] >= 0xC0) << i;
  return leads;
}

static inline struct marks marks_of(const uint8_t *bytes) {
  struct marks marks = {0};
  for (unsigned i = 0; i < 64; i++) {
    const uint8_t byte = bytes[i];
    const uint64_t high = byte >> 7;
    const uint64_t letter = ((uint8_t)((byte | 0x20) - 'a') < 26) | (byte == '?');
    marks.high |= high << i;
    marks.inside |= (high | letter) << i;
    marks.ends |= (uint64_t)(byte == '\n' || byte == '\r') << i;
  }
  return marks;
}

#endif

void cbm_mark_text(const uint8_t *bytes, size_t count, uint64_t *marks) {
  uint8_t rest[64] = {0};
  for (size_t offset = 0; offset < count; offset += 64) {
    const uint8_t *block = bytes + offset;
    if (count - offset < 64) {
      memcpy(rest, block, count - offset);
      block = rest;
    }
    const struct marks found = marks_of(block);
    marks[0] = found.high;
    marks[1] = found.inside;
    marks[2] = found.ends;
    marks += 3;
  }
}

enum {
  /// Characters from here on are not looked up.
  CBM_LETTERS = 0x2000,
};

/// The sum over the characters that begin in 64 bytes; two more may be read.
static inline size_t count_letters(const uint8_t *bytes, const uint8_t *letters) {
  size_t sum = 0;
  for (uint64_t leads = leads_of(bytes); leads != 0; leads &= leads - 1) {
    const uint8_t *at = bytes + __builtin_ctzll(leads);
    // No branch on the length, which nothing foretells.
    const unsigned two = (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
    const unsigned three = (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
    const unsigned letter = at[0] < 0xE0 ? two : three;
    sum += letters[letter < CBM_LETTERS ? letter : 0];
  }
  return sum;
}

size_t cbm_count_letters(const uint8_t *bytes, size_t count, const uint8_t *letters) {
  size_t sum = 0;
  size_t offset = 0;
  for (; count - offset >= 64 + 2; offset += 64) sum += count_letters(bytes + offset, letters);
  uint8_t rest[128 + 2] = {0};
  if (count > offset) memcpy(rest, bytes + offset, count - offset);
  return sum + count_letters(rest, letters) + count_letters(rest + 64, letters);
}
