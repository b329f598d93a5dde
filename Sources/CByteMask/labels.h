// The codes of labels, for every version. Included with CBM_INLINE, `block`, `block_load` and
// `block_unequal` defined: a bit for each of 64 bytes in which two blocks differ.
//
// A label is looked up by a hash of its ends and its length, and then compared as a whole: up to 64
// bytes are one comparison whose surplus bits are cut off, so that nothing branches on a length that
// no processor could foretell.

#include <string.h>

enum {
  /// A word has so many bytes at least.
  LABEL_WORD = 8,
  /// The labels of so many records tell what a column is like.
  LABEL_SAMPLE = 9,
};

CBM_INLINE uint64_t label_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// Its upper bits are a label's place: its first 8 bytes, its last 16, and its length. What is known
/// to be a word needs no masks, and has the same hash.
CBM_INLINE uint64_t label_hash(
    const uint8_t *label, size_t count, bool is_word, const uint64_t factors[2]) {
  uint64_t head = label_word(label);
  uint64_t third = label_word(label + (count > 16 ? count - 16 : 0));
  uint64_t tail = label_word(label + (is_word || count > 8 ? count - 8 : 0));
  if (!is_word) {
    const size_t bits = count < 8 ? 8 * count : 64;
    head = low_bits(head, bits);
    third = low_bits(third, bits);
    tail = low_bits(tail, bits);
  }
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
  size_t place = (size_t)(label_hash(label, count, false, labels->factors) >> labels->shift);
  while (true) {
    const struct cbm_label *entry = &labels->places[place];
    if (entry->count == count && !label_differs(label, labels->text + entry->start, count)) {
      return entry;
    }
    if (entry->count == CBM_NO_LABEL) return entry;
    place = (place + 1) & labels->mask;
  }
}

/// The code of a label that is not at the place that its hash names, or has more bytes than a block:
/// a function of its own, so that the loop keeps its registers for all others.
CBM_TARGET static __attribute__((noinline)) uint32_t far_label_code(
    const struct cbm_labels *labels, const uint8_t *label, size_t count) {
  return label_place(labels, label, count)->code;
}

/// What the loop over a column uses: copies, because for all that is known `codes` might be a part
/// of the originals.
struct label_loop {
  const uint8_t *bytes;
  size_t readable;
  const struct cbm_record *records;
  const uint32_t *field_ends;
  struct cbm_labels labels;
};

/// Where the value of a field lies.
struct label_value {
  size_t start;
  size_t count;
  /// Whether a doubled quote may stand in it.
  bool is_doubled;
};

CBM_INLINE struct label_value label_value(
    const struct label_loop *loop, bool is_first, size_t record) {
  const struct cbm_record *entry = &loop->records[record];
  const uint32_t *end_place = loop->field_ends + entry->first_field;
  const size_t start = is_first ? entry->start : end_place[-1] + (size_t)1;
  const size_t end = *end_place;
  if (__builtin_expect(loop->bytes[start] == '"', 0) && start < end &&
      !(entry->flags & CBM_BARE_RECORD)) {
    return (struct label_value){
      start + 1, end - start - 2, (entry->flags & CBM_DOUBLED_RECORD) != 0};
  }
  return (struct label_value){start, end - start, false};
}

/// The code of a label of a byte or none.
CBM_INLINE uint32_t short_label_code(const struct label_loop *loop, struct label_value value) {
  // 256 further for a label without a byte, behind which there is one all the same.
  return loop->labels.short_codes[loop->bytes[value.start] + ((value.count - 1) & 256)];
}

/// The code of a label of more bytes; of `LABEL_WORD` at least if it is a word.
CBM_INLINE uint32_t long_label_code(
    const struct label_loop *loop, bool is_word, struct label_value value) {
  const struct cbm_labels *labels = &loop->labels;
  if (__builtin_expect(value.start > loop->readable, 0)) return labels->stops;
  const uint8_t *label = loop->bytes + value.start;
  const uint64_t hash = label_hash(label, value.count, is_word, labels->factors);
  const struct cbm_label *entry = &labels->places[hash >> labels->shift];
  if (__builtin_expect(value.count == entry->count && value.count <= CBM_LABEL_BLOCK, 1)) {
    const uint64_t differing =
        block_unequal(block_load(label), block_load(labels->text + entry->start));
    if (__builtin_expect(low_bits(differing, value.count) == 0, 1)) return entry->code;
  }
  return far_label_code(&loop->labels, label, value.count);
}

/// What labels a loop expects.
enum label_kind {
  /// Of any length.
  LABELS_MIXED,
  /// Of a byte or none, or else words.
  LABELS_SHORT,
  /// Words, or else of a byte or none.
  LABELS_LONG,
};

CBM_INLINE size_t label_codes_of(
    const struct label_loop *loop, enum label_kind kind, bool is_first, size_t record,
    size_t record_count, uint32_t *restrict codes) {
  for (; record < record_count; record++) {
    const struct label_value value = label_value(loop, is_first, record);
    if (__builtin_expect(value.is_doubled, 0)) return record;
    uint32_t code;
    switch (kind) {
      case LABELS_MIXED:
        code = value.count <= 1 ? short_label_code(loop, value)
                                : long_label_code(loop, false, value);
        break;
      case LABELS_SHORT:
        if (__builtin_expect(value.count <= 1, 1)) {
          code = short_label_code(loop, value);
        } else {
          if (value.count < LABEL_WORD) return record;
          code = long_label_code(loop, true, value);
        }
        break;
      case LABELS_LONG:
        if (__builtin_expect(value.count >= LABEL_WORD, 1)) {
          code = long_label_code(loop, true, value);
        } else {
          if (value.count > 1) return record;
          code = short_label_code(loop, value);
        }
        break;
    }
    // Free places have it too, and what no label of one byte has.
    if (code == loop->labels.stops) return record;
    codes[record] = code;
  }
  return record_count;
}

/// Whether most labels of a few records are of a byte or none.
CBM_INLINE bool labels_are_short(
    const struct label_loop *loop, size_t record, size_t record_count) {
  if (record_count - record > LABEL_SAMPLE) record_count = record + LABEL_SAMPLE;
  const size_t half = (record_count - record) / 2;
  size_t short_count = 0;
  for (; record < record_count; record++) {
    short_count += label_value(loop, false, record).count <= 1;
  }
  return short_count > half;
}

CBM_INLINE size_t label_codes(
    const struct cbm_column *column, size_t first, const struct cbm_labels *labels,
    uint32_t *codes) {
  const size_t record_count = column->record_count;
  if (first >= record_count) return record_count;
  const struct label_loop loop = {
    .bytes = column->bytes,
    .readable = column->readable,
    .records = column->records,
    .field_ends = column->field_ends + column->column,
    .labels = *labels,
  };
  if (column->column == 0) {
    return label_codes_of(&loop, LABELS_MIXED, true, first, record_count, codes);
  }
  if (!labels->are_words) {
    return label_codes_of(&loop, LABELS_MIXED, false, first, record_count, codes);
  }
  if (labels_are_short(&loop, first, record_count)) {
    return label_codes_of(&loop, LABELS_SHORT, false, first, record_count, codes);
  }
  return label_codes_of(&loop, LABELS_LONG, false, first, record_count, codes);
}
