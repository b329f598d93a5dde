// The scan of CSV bytes, once for all instruction sets. Each of their files includes this after it
// has defined what the scan is made of:
//
//   CBM_INLINE             how a function begins: static, inlined, for the instruction set
//   block                  the type of 64 bytes in registers
//   block_load(bytes)      the 64 bytes from an address on
//   block_equal(b, byte)   the mask of the bytes that equal one: bit i is byte i
//   prefix_xor(mask)       bit i of it is the xor of bits 0...i of the mask
//   low_bit(mask)          the index of the lowest bit that is set; 0 to 64 if none is
//   bit_count(mask)        the number of bits that are set
//   write_offsets          where CBM_WRITES_OFFSETS is defined: the function below, done otherwise
//
// A step takes 64 bytes to four masks (quote, separator, CR, LF). The prefix xor of the quotes says
// which bytes are inside quotes, and shifts by one bit say what a byte's neighbour is, so the whole
// grammar is a few dozen operations on 64-bit words, without a branch for any byte. This and the
// way in which bits become offsets, several written whether they are there or not, are ideas of
// Langdale and Lemire (2019), "Parsing gigabytes of JSON per second", VLDB Journal 28.

#include <string.h>

#include "CByteMask.h"

/// The input of a scan, and the arrays that it writes to. It is a copy: through a pointer the
/// compiler would have to fear that writing to the arrays changes it.
struct plan {
  const uint8_t *bytes;
  /// The number of bytes that are looked at.
  size_t count;
  uint8_t separator;
  uint8_t quote;
  /// All bits if there are quotes, else none.
  uint64_t quoting;
  uint32_t *field_ends;
  uint32_t *record_ends;
  uint8_t *record_flags;
};

/// What a step has to know of the bytes before its own.
struct carry {
  /// All bits if the last byte is inside quotes, else none.
  uint64_t inside;
  /// 1 if a quote may open at the next byte.
  uint64_t may_open;
  /// 1 if the last byte is a quote that closes.
  uint64_t closed;
  /// 1 if the last byte is a CR.
  uint64_t cr;
  /// Not 0 if the record that is not complete yet has a quote; and a doubled one.
  uint64_t quoted;
  uint64_t doubled;
  /// The fields written and the records complete so far.
  size_t fields;
  size_t records;
  /// The physical lines ended in the bytes seen, and how many bytes those are.
  size_t lines;
  size_t seen;
  /// The offset of the first irregular byte, if there is one.
  size_t irregular;
};

/// What one step finds, a bit for each of its bytes.
struct found {
  uint64_t quotes;
  /// Quotes that open directly after one that closes.
  uint64_t doubled;
  /// First bytes of line ends, outside quotes and inside.
  uint64_t lines;
  /// Those outside.
  uint64_t records;
  /// Bytes that end a field.
  uint64_t fields;
  uint64_t irregular;
};

/// Reads 64 bytes, of which those count whose bit in `valid` is set.
CBM_INLINE struct found classify(
    const struct plan *plan, size_t base, uint64_t valid, struct carry *carry) {
  const block block = block_load(plan->bytes + base);
  const uint64_t quotes = block_equal(block, plan->quote) & plan->quoting & valid;
  const uint64_t separators = block_equal(block, plan->separator) & valid;
  const uint64_t cr = block_equal(block, '\r') & valid;
  const uint64_t lf = block_equal(block, '\n') & valid;

  // The byte of a quote that opens is inside, that of one that closes is outside.
  const uint64_t inside = prefix_xor(quotes) ^ carry->inside;
  const uint64_t opening = quotes & inside;
  const uint64_t closing = quotes & ~inside;
  const uint64_t after_closing = closing << 1 | carry->closed;

  // An LF that a CR precedes is on the same side of the quotes as the CR.
  const uint64_t lines = cr | (lf & ~(cr << 1 | carry->cr));
  const uint64_t ends = (separators | cr | lf) & ~inside;
  const uint64_t openable = ends | closing;
  const uint64_t stray = opening & ~(openable << 1 | carry->may_open);
  const uint64_t trailing = after_closing & valid & ~(ends | opening);

  carry->inside = (uint64_t)((int64_t)inside >> 63);
  carry->may_open = openable >> 63;
  carry->closed = closing >> 63;
  carry->cr = cr >> 63;
  return (struct found){
    .quotes = quotes,
    .doubled = opening & after_closing,
    .lines = lines,
    .records = lines & ~inside,
    .fields = (separators | lines) & ~inside,
    .irregular = stray | trailing,
  };
}

#ifndef CBM_WRITES_OFFSETS
/// The number of offsets that are written in any case. Records of a survey have long runs of short
/// fields, so that eight are often too few; with twelve the branch is foretold better.
#define OFFSETS_AT_ONCE 12

/// Writes the offsets of the bits that are set, and after them entries that mean nothing, at most
/// as many as there are bytes in a step: that is faster than to branch on how many there are.
CBM_INLINE void write_offsets(uint32_t *out, uint32_t base, uint64_t bits, unsigned count) {
#pragma clang loop unroll(full)
  for (unsigned i = 0; i < OFFSETS_AT_ONCE; i++) {
    out[i] = base + low_bit(bits);
    bits &= bits - 1;
  }
  for (unsigned i = OFFSETS_AT_ONCE; __builtin_expect(i < count, 0); i++) {
    out[i] = base + low_bit(bits);
    bits &= bits - 1;
  }
}

#endif

/// Writes what is known of the record whose line end is the lowest bit of `records`, or of the
/// record that goes on if there is none; `bits` has the bits up to that line end.
CBM_INLINE void write_record(
    const struct plan *plan, const struct carry *carry, const struct found *found, uint64_t bits,
    uint64_t quoted, uint64_t doubled) {
  plan->record_ends[carry->records] = (uint32_t)carry->fields + bit_count(found->fields & bits);
  plan->record_flags[carry->records] =
      (uint8_t)((quoted != 0 ? CBM_QUOTED : 0) | (doubled != 0 ? CBM_DOUBLED : 0));
}

/// Writes the records that end in a step. The first of them is written whether it is there or not,
/// because most steps have one or none and nothing foretells which.
CBM_INLINE void write_records(
    const struct plan *plan, const struct found *found, struct carry *carry) {
  uint64_t records = found->records;
  // All bits if there is no record.
  uint64_t bits = records ^ (records - 1);
  uint64_t quoted = carry->quoted | (found->quotes & bits);
  uint64_t doubled = carry->doubled | (found->doubled & bits);
  write_record(plan, carry, found, bits, quoted, doubled);
  carry->records += records != 0;
  records &= records - 1;
  while (records != 0) {
    const uint64_t next = records ^ (records - 1);
    write_record(
        plan, carry, found, next, found->quotes & next & ~bits, found->doubled & next & ~bits);
    carry->records += 1;
    records &= records - 1;
    bits = next;
  }
  carry->quoted = found->records == 0 ? quoted : found->quotes & ~bits;
  carry->doubled = found->records == 0 ? doubled : found->doubled & ~bits;
}

/// Scans step by step as long as the bytes are outside quotes and no quote is among them, as most of
/// a file is: nothing in them can be irregular, and every line end ends a record. Gives where it
/// stops: at a step with a quote, or that lacks room, or at `end`.
CBM_INLINE size_t steps_without_quotes(
    const struct plan *plan, size_t base, size_t end, size_t most_fields, size_t most_records,
    struct carry *carry) {
  if ((carry->inside | carry->closed) != 0) return base;
  const size_t first = base;
  size_t fields = carry->fields;
  size_t records = carry->records;
  uint64_t last_cr = carry->cr;
  uint64_t openable = carry->may_open << 63;
  // What the next record that ends has had before.
  uint8_t flags =
      (uint8_t)((carry->quoted != 0 ? CBM_QUOTED : 0) | (carry->doubled != 0 ? CBM_DOUBLED : 0));
  while (base < end && fields <= most_fields && records <= most_records) {
    const block block = block_load(plan->bytes + base);
    if ((block_equal(block, plan->quote) & plan->quoting) != 0) break;
    const uint64_t separators = block_equal(block, plan->separator);
    const uint64_t cr = block_equal(block, '\r');
    const uint64_t lf = block_equal(block, '\n');
    uint64_t ends = cr | (lf & ~(cr << 1 | last_cr));
    const uint64_t fields_here = separators | ends;
    const unsigned count = bit_count(fields_here);
    write_offsets(plan->field_ends + fields, (uint32_t)base, fields_here, count);
    // The first record is written whether it is there or not.
    plan->record_flags[records] = flags;
    plan->record_ends[records] = (uint32_t)fields + bit_count(fields_here & (ends ^ (ends - 1)));
    records += ends != 0;
    flags = ends != 0 ? 0 : flags;
    ends &= ends - 1;
    while (__builtin_expect(ends != 0, 0)) {
      plan->record_flags[records] = 0;
      plan->record_ends[records] = (uint32_t)fields + bit_count(fields_here & (ends ^ (ends - 1)));
      records += 1;
      ends &= ends - 1;
    }
    openable = fields_here | lf;
    last_cr = cr >> 63;
    fields += count;
    base += CBM_STEP;
  }
  if (base == first) return base;
  if (records > carry->records) carry->quoted = carry->doubled = 0;
  carry->lines += records - carry->records;
  carry->may_open = openable >> 63;
  carry->cr = last_cr;
  carry->fields = fields;
  carry->records = records;
  return base;
}

/// Scans 64 bytes, of which those count whose bit in `valid` is set; says whether all are regular.
CBM_INLINE bool step(
    const struct plan *plan, size_t base, uint64_t valid, struct carry *carry) {
  struct found found = classify(plan, base, valid, carry);
  const bool is_regular = found.irregular == 0;
  if (__builtin_expect(!is_regular, 0)) {
    carry->irregular = base + low_bit(found.irregular);
    // The masks are right only before the first irregular byte. Fields and lines after it are
    // counted for no record.
    found.records &= (found.irregular & -found.irregular) - 1;
  }
  const unsigned fields = bit_count(found.fields);
  write_offsets(plan->field_ends + carry->fields, (uint32_t)base, found.fields, fields);
  write_records(plan, &found, carry);
  carry->fields += fields;
  carry->lines += bit_count(found.lines);
  return is_regular;
}

/// Scans step by step until the bytes end, or a step is irregular or lacks room.
CBM_INLINE enum cbm_stop step_through(
    const struct plan *plan, size_t field_capacity, size_t record_capacity, struct carry *carry) {
  if (plan->count == 0) return CBM_STOP_END;
  if (field_capacity < CBM_STEP || record_capacity < CBM_STEP) return CBM_STOP_CAPACITY;
  const size_t most_fields = field_capacity - CBM_STEP;
  const size_t most_records = record_capacity - CBM_STEP;
  const size_t whole = plan->count / CBM_STEP * CBM_STEP;
  for (size_t base = 0; base < whole; base += CBM_STEP) {
    base = steps_without_quotes(plan, base, whole, most_fields, most_records, carry);
    carry->seen = base;
    if (base == whole) break;
    if (carry->fields > most_fields || carry->records > most_records) return CBM_STOP_CAPACITY;
    if (!step(plan, base, ~(uint64_t)0, carry)) {
      carry->seen = base + CBM_STEP;
      return CBM_STOP_IRREGULAR;
    }
  }
  carry->seen = whole;
  if (whole == plan->count) return CBM_STOP_END;
  if (carry->fields > most_fields || carry->records > most_records) return CBM_STOP_CAPACITY;
  carry->seen = plan->count;
  const uint64_t valid = ((uint64_t)1 << (plan->count - whole)) - 1;
  return step(plan, whole, valid, carry) ? CBM_STOP_END : CBM_STOP_IRREGULAR;
}

/// The physical line ends in bytes that do not begin between a CR and its LF: LF, CR LF and CR
/// alone. Reads nothing behind the bytes.
CBM_INLINE size_t count_lines(const uint8_t *bytes, size_t count) {
  uint64_t last = 0;
  size_t lines = 0;
  size_t base = 0;
  for (; count - base >= CBM_STEP; base += CBM_STEP) {
    const block block = block_load(bytes + base);
    const uint64_t cr = block_equal(block, '\r');
    lines += bit_count(cr | (block_equal(block, '\n') & ~(cr << 1 | last)));
    last = cr >> 63;
  }
  if (base == count) return lines;
  uint8_t rest[CBM_STEP] = {0};
  memcpy(rest, bytes + base, count - base);
  const block block = block_load(rest);
  const uint64_t cr = block_equal(block, '\r');
  return lines + bit_count(cr | (block_equal(block, '\n') & ~(cr << 1 | last)));
}

/// The offset of the first byte after the complete records.
CBM_INLINE size_t consumed(const struct plan *plan, size_t records) {
  if (records == 0) return 0;
  const size_t end = plan->field_ends[plan->record_ends[records - 1] - 1];
  const bool is_pair =
      plan->count - end >= 2 && plan->bytes[end] == '\r' && plan->bytes[end + 1] == '\n';
  return end + (is_pair ? 2 : 1);
}

/// Ends a field and a record where the bytes end, without a line end.
CBM_INLINE void end_last_record(const struct plan *plan, struct carry *carry) {
  const struct found nothing = {0};
  plan->field_ends[carry->fields] = (uint32_t)plan->count;
  carry->fields += 1;
  write_record(plan, carry, &nothing, 0, carry->quoted, carry->doubled);
  carry->records += 1;
}

CBM_INLINE void scan_records(struct cbm_scan *scan) {
  struct plan plan = {
    .bytes = scan->bytes,
    .count = scan->count,
    .separator = scan->separator,
    .quote = scan->quote,
    .quoting = scan->quote == scan->separator ? 0 : ~(uint64_t)0,
    .field_ends = scan->field_ends,
    .record_ends = scan->record_ends,
    .record_flags = scan->record_flags,
  };
  // A record that ends with this CR is left for the next scan: then the CR need not be seen at all.
  if (!scan->is_last && plan.count > 0 && plan.bytes[plan.count - 1] == '\r') plan.count -= 1;

  struct carry carry = {.may_open = 1, .irregular = scan->count};
  scan->stop = step_through(&plan, scan->field_capacity, scan->record_capacity, &carry);
  scan->irregular = carry.irregular;
  scan->consumed = consumed(&plan, carry.records);
  if (scan->stop == CBM_STOP_END && scan->is_last && carry.inside == 0 &&
      scan->consumed < plan.count) {
    if (carry.fields < scan->field_capacity && carry.records < scan->record_capacity) {
      end_last_record(&plan, &carry);
      scan->consumed = plan.count;
    } else {
      scan->stop = CBM_STOP_CAPACITY;
    }
  }
  scan->record_count = carry.records;
  scan->field_count = carry.records == 0 ? 0 : plan.record_ends[carry.records - 1];
  // What was seen behind the complete records belongs to none of them.
  const size_t whole = scan->consumed;
  scan->line_ends = carry.lines;
  if (whole < carry.seen) scan->line_ends -= count_lines(plan.bytes + whole, carry.seen - whole);
}

/// The offset behind the last line end outside quotes, if the bytes begin outside; 0 if there is
/// none. A CR that is the last byte ends nothing yet.
CBM_INLINE size_t last_record_end(const uint8_t *bytes, size_t count, uint8_t quote) {
  if (count > 0 && bytes[count - 1] == '\r') count -= 1;
  const size_t whole = count / CBM_STEP * CBM_STEP;
  const uint64_t rest = ((uint64_t)1 << (count - whole)) - 1;
  size_t quotes = 0;
  for (size_t base = 0; base < whole; base += CBM_STEP) {
    quotes += bit_count(block_equal(block_load(bytes + base), quote));
  }
  // Back from the end: whether the bytes before a step are inside follows from its own quotes.
  size_t base = whole;
  uint64_t valid = rest;
  if (valid != 0) quotes += bit_count(block_equal(block_load(bytes + whole), quote) & valid);
  while (true) {
    const block block = block_load(bytes + base);
    const uint64_t own = block_equal(block, quote) & valid;
    quotes -= bit_count(own);
    const uint64_t inside = prefix_xor(own) ^ (0 - (uint64_t)(quotes & 1));
    const uint64_t ends = (block_equal(block, '\n') | block_equal(block, '\r')) & valid & ~inside;
    if (ends != 0) return base + 64 - (size_t)__builtin_clzll(ends);
    if (base == 0) return 0;
    base -= CBM_STEP;
    valid = ~(uint64_t)0;
  }
}
