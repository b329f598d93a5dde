// A check for UTF-8 by looking nibbles up in tables, after Keiser and Lemire (2021), "Validating
// UTF-8 in less than one instruction per byte", Software: Practice and Experience 51. The file that
// includes this defines the type `vector` of VECTOR_BYTES bytes and what can be done with it:
//
//   vector_look_up(table, indices)   the table's entry for each index from 0 to 15
//   vector_before(last, now, by)     the bytes `by` places before those of `now`, after `last`
//   vector_minus(a, b)               the difference of each byte, 0 if it would be negative
//   vector_high_nibbles(a)           each byte shifted right by four
//   vector_any, vector_any_high      whether a byte is not 0; whether one is from 0x80 on
//
// Each way in which two bytes in a row can be wrong is one bit. Three tables say which of them the
// first byte's high nibble, its low nibble and the second byte's high nibble allow; what all three
// allow is wrong. What is left is whether third and fourth bytes stand exactly where they have to.

#include <string.h>

#include "CByteMask.h"

enum {
  /// A lead byte, then no continuation.
  TOO_SHORT = 0x01,
  /// ASCII, then a continuation.
  TOO_LONG = 0x02,
  /// E0, then one below A0.
  OVERLONG_3 = 0x04,
  /// F4 or more, then one from 90 on.
  TOO_LARGE = 0x08,
  /// ED, then one from A0 on.
  SURROGATE = 0x10,
  /// C0 or C1, then a continuation.
  OVERLONG_2 = 0x20,
  /// F0 or F5 or more, then one below 90.
  OVERLONG_4 = 0x40,
  /// Two continuations: wrong unless the second is the third or fourth byte of a character. This
  /// bit has to be the top one.
  TWO_CONTINUATIONS = 0x80,

  /// What depends on the first byte's high nibble alone.
  ANY_LOW = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  ANY_SECOND = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS,
};

static const uint8_t first_high[16] = {
  [0x0 ... 0x7] = TOO_LONG,
  [0x8 ... 0xB] = TWO_CONTINUATIONS,
  [0xC] = TOO_SHORT | OVERLONG_2,
  [0xD] = TOO_SHORT,
  [0xE] = TOO_SHORT | OVERLONG_3 | SURROGATE,
  [0xF] = TOO_SHORT | TOO_LARGE | OVERLONG_4,
};

static const uint8_t first_low[16] = {
  [0x0] = ANY_LOW | OVERLONG_2 | OVERLONG_3 | OVERLONG_4,
  [0x1] = ANY_LOW | OVERLONG_2,
  [0x2 ... 0x3] = ANY_LOW,
  [0x4] = ANY_LOW | TOO_LARGE,
  [0x5 ... 0xC] = ANY_LOW | TOO_LARGE | OVERLONG_4,
  [0xD] = ANY_LOW | TOO_LARGE | OVERLONG_4 | SURROGATE,
  [0xE ... 0xF] = ANY_LOW | TOO_LARGE | OVERLONG_4,
};

static const uint8_t second_high[16] = {
  [0x0 ... 0x7] = TOO_SHORT,
  [0x8] = ANY_SECOND | OVERLONG_3 | OVERLONG_4,
  [0x9] = ANY_SECOND | OVERLONG_3 | TOO_LARGE,
  [0xA ... 0xB] = ANY_SECOND | SURROGATE | TOO_LARGE,
  [0xC ... 0xF] = TOO_SHORT,
};

/// Not 0 where a byte of `now` is wrong, given the bytes before it.
CBM_INLINE vector utf8_errors(vector last, vector now) {
  const vector before_1 = vector_before(last, now, 1);
  const vector before_2 = vector_before(last, now, 2);
  const vector before_3 = vector_before(last, now, 3);
  const vector low = vector_and(before_1, vector_repeated(0x0F));
  const vector pairs = vector_and(
      vector_and(
          vector_look_up(first_high, vector_high_nibbles(before_1)),
          vector_look_up(first_low, low)),
      vector_look_up(second_high, vector_high_nibbles(now)));
  // The top bit is set where the byte two before leads three bytes or the one three before four.
  const vector third = vector_minus(before_2, vector_repeated(0xE0 - 0x80));
  const vector fourth = vector_minus(before_3, vector_repeated(0xF0 - 0x80));
  const vector due = vector_and(vector_or(third, fourth), vector_repeated(0x80));
  return vector_xor(pairs, due);
}

/// What a block has to know of the one before it.
struct utf8_carry {
  vector last;
  vector errors;
  /// Whether `last` has bytes from 0x80 on, without which no character is cut off by its end.
  bool is_high;
};

CBM_INLINE void check_block(const uint8_t *bytes, struct utf8_carry *carry) {
  vector parts[CBM_STEP / VECTOR_BYTES];
  vector all = vector_zero();
  for (unsigned i = 0; i < CBM_STEP / VECTOR_BYTES; i++) {
    parts[i] = vector_load(bytes + VECTOR_BYTES * i);
    all = vector_or(all, parts[i]);
  }
  const bool is_high = vector_any_high(all);
  if (is_high || carry->is_high) {
    for (unsigned i = 0; i < CBM_STEP / VECTOR_BYTES; i++) {
      carry->errors = vector_or(carry->errors, utf8_errors(carry->last, parts[i]));
      carry->last = parts[i];
    }
  }
  carry->is_high = is_high;
}

CBM_INLINE bool is_utf8(const uint8_t *bytes, size_t count) {
  struct utf8_carry carry = {vector_zero(), vector_zero(), false};
  size_t offset = 0;
  for (; count - offset >= CBM_STEP; offset += CBM_STEP) check_block(bytes + offset, &carry);
  // The zeros after the last byte, 64 of them if need be, show a character that is cut off.
  uint8_t rest[CBM_STEP] = {0};
  if (count > offset) memcpy(rest, bytes + offset, count - offset);
  check_block(rest, &carry);
  return !vector_any(carry.errors);
}
