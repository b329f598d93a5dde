// A check for UTF-8 on 64-bit masks, for instruction sets that cannot look bytes up in a table. The
// file that includes this defines, besides what scan.h asks for:
//
//   block_high(b)          the mask of the bytes from 0x80 on
//   block_above(b, byte)   the mask of the bytes above one; `byte` is from 0x80 to 0xFE
//   block_is_delicate(b)   whether C0, C1, E0, ED or a byte from F0 on is among the bytes
//
// Where continuation bytes have to stand follows from the masks of the lead bytes, shifted by one,
// two and three. The few lead bytes that ask more of the second byte, or that never occur, are rare
// in text, and are looked at only in blocks that have one.

#include <string.h>

#include "CByteMask.h"

/// What a block has to know of the one before it: bits that its masks move over the border.
struct utf8_carry {
  /// Where a continuation byte is due.
  uint64_t due;
  /// 1 if the last byte is E0; and ED, F0, F4.
  uint64_t e0, ed, f0, f4;
};

/// The bytes that are wrong because of a delicate byte: itself, or the second byte after it.
CBM_INLINE uint64_t delicate_errors(const block block, struct utf8_carry *carry) {
  const uint64_t e0 = block_equal(block, 0xE0);
  const uint64_t ed = block_equal(block, 0xED);
  const uint64_t f0 = block_equal(block, 0xF0);
  const uint64_t f4 = block_equal(block, 0xF4);
  const uint64_t from_90 = block_above(block, 0x8F);
  const uint64_t from_a0 = block_above(block, 0x9F);
  const uint64_t never = block_equal(block, 0xC0) | block_equal(block, 0xC1) |
                         block_above(block, 0xF4);
  const uint64_t overlong =
      ((e0 << 1 | carry->e0) & ~from_a0) | ((f0 << 1 | carry->f0) & ~from_90);
  const uint64_t surrogate = (ed << 1 | carry->ed) & from_a0;
  const uint64_t too_large = (f4 << 1 | carry->f4) & from_90;
  carry->e0 = e0 >> 63;
  carry->ed = ed >> 63;
  carry->f0 = f0 >> 63;
  carry->f4 = f4 >> 63;
  return never | overlong | surrogate | too_large;
}

/// Not 0 if one of the 64 bytes is wrong.
CBM_INLINE uint64_t utf8_errors(const uint8_t *bytes, struct utf8_carry *carry) {
  const block block = block_load(bytes);
  const uint64_t high = block_high(block);
  if (high == 0) {
    const uint64_t missing = carry->due;
    *carry = (struct utf8_carry){0};
    return missing;
  }
  const uint64_t leads = block_above(block, 0xBF);
  const uint64_t leads_3 = block_above(block, 0xDF);
  const uint64_t leads_4 = block_above(block, 0xEF);
  const uint64_t due = leads << 1 | leads_3 << 2 | leads_4 << 3 | carry->due;
  uint64_t errors = due ^ (high & ~leads);
  carry->due = leads >> 63 | leads_3 >> 62 | leads_4 >> 61;
  if (block_is_delicate(block) || (carry->e0 | carry->ed | carry->f0 | carry->f4) != 0) {
    errors |= delicate_errors(block, carry);
  }
  return errors;
}

CBM_INLINE bool is_utf8(const uint8_t *bytes, size_t count) {
  struct utf8_carry carry = {0};
  uint64_t errors = 0;
  size_t offset = 0;
  for (; count - offset >= CBM_STEP; offset += CBM_STEP) {
    errors |= utf8_errors(bytes + offset, &carry);
  }
  // The zeros after the last byte, 64 of them if need be, show a character that is cut off.
  uint8_t rest[CBM_STEP] = {0};
  if (count > offset) memcpy(rest, bytes + offset, count - offset);
  errors |= utf8_errors(rest, &carry);
  return errors == 0;
}
