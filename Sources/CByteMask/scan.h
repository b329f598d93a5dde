// The scan of CSV bytes, once for all instruction sets. Each of their files includes this after it
// has defined what the scan is made of:
//
//   CBM_INLINE             how a function begins: static, inlined, for the instruction set
//   block                  the type of 64 bytes in registers
//   block_load(bytes)      the 64 bytes from an address on
//   block_equal(b, byte)   the mask of the bytes that equal one: bit i is byte i
//   prefix_xor(mask)       bit i of it is the xor of bits 0...i of the mask
//   low_bit(mask)          the index of the lowest bit that is set; anything from 0 to 64 if none is
//   bit_count(mask)        the number of bits that are set
//
// A step takes 64 bytes to four masks (quote, separator, CR, LF). The prefix xor of the quotes says
// which bytes are inside quotes, and shifts by one bit say what a byte's neighbour is, so the whole
// grammar is a few dozen operations on 64-bit words, without a branch for any byte. This and the way
// in which bits become offsets, several written whether they are there or not, are ideas of Langdale
// and Lemire (2019), "Parsing gigabytes of JSON per second", VLDB Journal 28.

#include "CByteMask.h"

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
  /// The fields written, the records complete and the physical lines ended so far.
  size_t fields;
  size_t records;
  uint32_t lines;
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
    const struct cbm_scan *scan, const uint8_t *bytes, uint64_t valid, struct carry *carry) {
  const block block = block_load(bytes);
  const uint64_t quoting = scan->quote == scan->separator ? 0 : valid;
  const uint64_t quotes = block_equal(block, scan->quote) & quoting;
  const uint64_t separators = block_equal(block, scan->separator) & valid;
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

/// Writes the offsets of the bits that are set, and after them up to seven entries that mean
/// nothing: it is faster to write eight in any case than to branch on how many there are.
CBM_INLINE void write_offsets(uint32_t *out, uint32_t base, uint64_t bits, unsigned count) {
#pragma clang loop unroll(full)
  for (unsigned i = 0; i < 8; i++) {
    out[i] = base + low_bit(bits);
    bits &= bits - 1;
  }
  if (__builtin_expect(count > 8, 0)) {
#pragma clang loop unroll(full)
    for (unsigned i = 8; i < 16; i++) {
      out[i] = base + low_bit(bits);
      bits &= bits - 1;
    }
    for (unsigned i = 16; i < count; i++) {
      out[i] = base + low_bit(bits);
      bits &= bits - 1;
    }
  }
}

/// Writes what is known of the record whose line end is the lowest bit of `records`, or of the
/// record that goes on if there is none; `bits` has the bits up to that line end.
CBM_INLINE void write_record(
    const struct cbm_scan *scan, const struct carry *carry, const struct found *found,
    uint64_t bits, uint64_t quoted, uint64_t doubled) {
  scan->record_ends[carry->records] = (uint32_t)carry->fields + bit_count(found->fields & bits);
  scan->record_lines[carry->records] = carry->lines + bit_count(found->lines & bits);
  scan->record_flags[carry->records] =
      (uint8_t)((quoted != 0 ? CBM_QUOTED : 0) | (doubled != 0 ? CBM_DOUBLED : 0));
}

/// Writes the records that end in a step. The first of them is written whether it is there or not,
/// because most steps have one or none and nothing foretells which.
CBM_INLINE void write_records(
    const struct cbm_scan *scan, const struct found *found, struct carry *carry) {
  uint64_t records = found->records;
  // All bits if there is no record.
  uint64_t bits = records ^ (records - 1);
  uint64_t quoted = carry->quoted | (found->quotes & bits);
  uint64_t doubled = carry->doubled | (found->doubled & bits);
  write_record(scan, carry, found, bits, quoted, doubled);
  carry->records += records != 0;
  records &= records - 1;
  while (records != 0) {
    const uint64_t next = records ^ (records - 1);
    write_record(
        scan, carry, found, next, found->quotes & next & ~bits, found->doubled & next & ~bits);
    carry->records += 1;
    records &= records - 1;
    bits = next;
  }
  carry->quoted = found->records == 0 ? quoted : found->quotes & ~bits;
  carry->doubled = found->records == 0 ? doubled : found->doubled & ~bits;
}

/// Scans 64 bytes, of which those count whose bit in `valid` is set.
CBM_INLINE bool step(struct cbm_scan *scan, size_t base, uint64_t valid, struct carry *carry) {
  struct found found = classify(scan, scan->bytes + base, valid, carry);
  const bool is_regular = found.irregular == 0;
  if (__builtin_expect(!is_regular, 0)) {
    scan->irregular = base + low_bit(found.irregular);
    // What the masks say is right only up to the first irregular byte.
    const uint64_t before = (found.irregular & -found.irregular) - 1;
    found.fields &= before;
    found.records &= before;
    found.lines &= before;
  }
  const unsigned fields = bit_count(found.fields);
  write_offsets(scan->field_ends + carry->fields, (uint32_t)base, found.fields, fields);
  write_records(scan, &found, carry);
  carry->fields += fields;
  carry->lines += bit_count(found.lines);
  return is_regular;
}

CBM_INLINE bool has_room(const struct cbm_scan *scan, const struct carry *carry, size_t room) {
  return scan->field_capacity >= room && carry->fields <= scan->field_capacity - room &&
         scan->record_capacity >= room && carry->records <= scan->record_capacity - room;
}

/// Scans all steps into `carry`, and says why it stopped.
CBM_INLINE enum cbm_stop step_through(struct cbm_scan *scan, size_t count, struct carry *carry) {
  size_t base = 0;
  // A copy, so that the compiler need not fear that writing offsets changes it.
  struct carry local = *carry;
  enum cbm_stop stop = CBM_STOP_END;
  for (; stop == CBM_STOP_END && count - base >= CBM_STEP; base += CBM_STEP) {
    if (!has_room(scan, &local, CBM_STEP)) {
      stop = CBM_STOP_CAPACITY;
    } else if (!step(scan, base, ~(uint64_t)0, &local)) {
      stop = CBM_STOP_IRREGULAR;
    }
  }
  if (stop == CBM_STOP_END && base < count) {
    const uint64_t valid = ((uint64_t)1 << (count - base)) - 1;
    if (!has_room(scan, &local, CBM_STEP)) {
      stop = CBM_STOP_CAPACITY;
    } else if (!step(scan, base, valid, &local)) {
      stop = CBM_STOP_IRREGULAR;
    }
  }
  *carry = local;
  return stop;
}

/// Sets what follows from the complete records.
CBM_INLINE void settle(struct cbm_scan *scan, size_t count, size_t records) {
  scan->record_count = records;
  scan->field_count = records == 0 ? 0 : scan->record_ends[records - 1];
  scan->line_ends = records == 0 ? 0 : scan->record_lines[records - 1];
  if (records == 0) {
    scan->consumed = 0;
    return;
  }
  const size_t end = scan->field_ends[scan->field_count - 1];
  const bool is_pair =
      count - end >= 2 && scan->bytes[end] == '\r' && scan->bytes[end + 1] == '\n';
  scan->consumed = end + (is_pair ? 2 : 1);
}

/// Adds the record that ends with the bytes, without a line end.
CBM_INLINE void end_last_record(struct cbm_scan *scan, size_t count, struct carry *carry) {
  if (!has_room(scan, carry, 1)) {
    scan->stop = CBM_STOP_CAPACITY;
    return;
  }
  scan->field_ends[carry->fields] = (uint32_t)count;
  carry->fields += 1;
  const struct found nothing = {0};
  write_record(scan, carry, &nothing, 0, carry->quoted, carry->doubled);
  carry->records += 1;
  settle(scan, count, carry->records);
  scan->consumed = count;
}

CBM_INLINE void scan_records(struct cbm_scan *scan) {
  size_t count = scan->count;
  scan->irregular = count;
  // A record that ends with this CR is left for the next scan: then the CR need not be seen at all.
  if (!scan->is_last && count > 0 && scan->bytes[count - 1] == '\r') count -= 1;
  struct carry carry = {.may_open = 1};
  scan->stop = step_through(scan, count, &carry);
  settle(scan, count, carry.records);
  const bool is_open = scan->consumed < count && carry.inside == 0;
  if (scan->stop == CBM_STOP_END && scan->is_last && is_open) {
    end_last_record(scan, count, &carry);
  }
}
