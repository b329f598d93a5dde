// The codes of labels, for every version. Included with CBM_INLINE, `block`, `block_load` and
// `block_unequal` defined: a bit for each of 64 bytes in which two blocks differ.
//
// A label is looked up by a hash of its ends and its length, and then compared as a whole: up to 64
// bytes are one comparison whose surplus bits are cut off, so that nothing branches on a length that
// no processor could foretell.

#include <string.h>

CBM_INLINE uint64_t label_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// Its upper bits are a label's place: its first 8 bytes, its last 16, and its length.
CBM_INLINE uint64_t label_hash(const uint8_t *label, size_t count, const uint64_t factors[2]) {
  const size_t bits = 8 * (count < 8 ? count : 8);
  const uint64_t head = low_bits(label_word(label), bits);
  const uint64_t third = low_bits(label_word(label + (count > 16 ? count - 16 : 0)), bits);
  const uint64_t tail = low_bits(label_word(label + (count > 8 ? count - 8 : 0)), bits);
  return (head ^ (third << 29 | third >> 35)) * factors[0] + (tail + count) * factors[1];
}

CBM_INLINE bool label_differs(const uint8_t *label, const uint8_t *known, size_t count) {
  while (__builtin_expect(count > 64, 0)) {
    if (block_unequal(block_load(label), block_load(known)) != 0) return true;
    label += 64;
    known += 64;
    count -= 64;
  }
  return low_bits(block_unequal(block_load(label), block_load(known)), count) != 0;
}

/// The place of a label, or the free one at which it would be.
CBM_INLINE const struct cbm_label *label_place(
    const struct cbm_labels *labels, const uint8_t *label, size_t count) {
  size_t place = (size_t)(label_hash(label, count, labels->factors) >> labels->shift);
  while (true) {
    const struct cbm_label *entry = &labels->places[place];
    if (entry->count == count && !label_differs(label, labels->text + entry->start, count)) {
      return entry;
    }
    if (entry->count == CBM_NO_LABEL) return entry;
    place = (place + 1) & labels->mask;
  }
}

CBM_INLINE size_t label_codes_of(
    const struct cbm_column *column, bool is_first, size_t first, const struct cbm_labels *given,
    uint32_t *restrict codes) {
  // Copies, because for all that is known `codes` might be a part of them.
  const struct cbm_labels labels = *given;
  const uint8_t *bytes = column->bytes;
  const struct cbm_record *records = column->records;
  const uint32_t *field_ends = column->field_ends + column->column;
  const size_t readable = column->readable;
  const size_t record_count = column->record_count;
  for (size_t record = first; record < record_count; record++) {
    const struct cbm_record *entry = &records[record];
    const uint32_t *end_place = field_ends + entry->first_field;
    size_t start = is_first ? entry->start : end_place[-1] + (size_t)1;
    size_t end = *end_place;
    if (__builtin_expect(bytes[start] == '"', 0) && start < end &&
        !(entry->flags & CBM_BARE_RECORD)) {
      if (entry->flags & CBM_DOUBLED_RECORD) return record;
      start++;
      end--;
    }
    const size_t count = end - start;
    uint32_t code;
    if (count <= 1) {
      code = labels.short_codes[bytes[start] | (count == 0 ? 256 : 0)];
    } else {
      if (__builtin_expect(start > readable, 0)) return record;
      const struct cbm_label *found = label_place(&labels, bytes + start, count);
      code = found->code;
    }
    // Free places have it too, and what no label of one byte has.
    if (code == labels.stops) return record;
    codes[record] = code;
  }
  return record_count;
}

CBM_INLINE size_t label_codes(
    const struct cbm_column *column, size_t first, const struct cbm_labels *labels,
    uint32_t *codes) {
  if (column->column == 0) return label_codes_of(column, true, first, labels, codes);
  return label_codes_of(column, false, first, labels, codes);
}
