// The scan that finds where the fields and records of CSV bytes end, a check for UTF-8, both 64 bytes
// at a time, and the loop that knows the labels of a column, in one version for each instruction set. All versions give the same results.
//
// Nothing here allocates, keeps state between calls or writes outside the arrays of the caller, so
// every function may run on many threads at once.

#ifndef CBYTEMASK_H
#define CBYTEMASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The instruction sets that there is a version for.
enum cbm_isa {
  /// 64-bit integer arithmetic, for any processor.
  CBM_PORTABLE = 0,
  /// The baseline of x86-64.
  CBM_SSE2 = 1,
  /// x86-64 with AVX2, BMI1, BMI2, POPCNT and PCLMULQDQ.
  CBM_AVX2 = 2,
  /// The baseline of AArch64.
  CBM_NEON = 3,
  /// x86-64 with AVX-512 F, BW and VBMI2, BMI1, BMI2, POPCNT and PCLMULQDQ.
  CBM_AVX512 = 4,
};

/// Whether the processor that runs this can run the version; always true of `CBM_PORTABLE`.
bool cbm_supported(enum cbm_isa isa);

/// The fastest version that is supported here.
enum cbm_isa cbm_best(void);

/// A name to show, "AVX2" for instance; a constant string.
const char *cbm_name(enum cbm_isa isa);

enum {
  /// The number of bytes in one step of the scan, and so the largest number of fields and of
  /// records that one step can add.
  CBM_STEP = 64,
};

/// What is known about a record; bits of `record_flags`.
enum cbm_record_flag {
  /// A quote occurs in it. Without this bit all its fields are plain bytes.
  CBM_QUOTED = 1,
  /// A doubled quote occurs in it. With `CBM_QUOTED` alone, a field that begins with a quote is
  /// unquoted by taking off its first and its last byte.
  CBM_DOUBLED = 2,
};

/// Why a scan stopped.
enum cbm_stop {
  /// All bytes were seen.
  CBM_STOP_END = 0,
  /// An array had no room for another step.
  CBM_STOP_CAPACITY = 1,
  /// A byte was irregular.
  CBM_STOP_IRREGULAR = 2,
};

/// A stretch of CSV to scan, room for what is found, and what was found.
///
/// A record ends at LF, CR or CR LF outside quotes, a field at a separator outside quotes or with
/// its record. Every such line end ends a record: an empty line is a record of one empty field.
/// All bytes but the separator, the quote, CR and LF are text, NUL included.
///
/// A quote is regular if it opens at a field's start, if it closes and a separator, a CR, an LF, a
/// quote or the end of the bytes comes next, or if it opens directly after one that closes (a
/// doubled quote). The first byte that breaks this is the irregular one: a quote inside an unquoted
/// field, or the byte after a quote that closes.
///
/// Only complete records are reported. The bytes from `consumed` on belong to the next scan, with
/// more bytes after them or with larger arrays; it too begins at a record's start, so there is no
/// other state. A CR that is the last byte may be half of a CR LF and completes a record only if
/// `is_last` is set.
struct cbm_scan {
  // In:

  /// The bytes, from the first byte of a record on. `CBM_STEP` bytes after the last one must be
  /// readable too; their values do not matter.
  const uint8_t *bytes;
  /// The number of bytes, at most 2^30.
  size_t count;
  /// The byte between fields. Neither it nor `quote` may be CR or LF.
  uint8_t separator;
  /// The byte round quoted fields; if it equals `separator`, no byte is a quote.
  uint8_t quote;
  /// Whether the source ends with these bytes. If so, what follows the last line end is a record
  /// too, unless it is empty or a quote is open at its end.
  bool is_last;

  /// Room for `field_capacity` entries; written: for each field the offset in `bytes` of the byte
  /// that ends it. That is its separator, the LF or CR of its line end (the CR of a CR LF), or
  /// `count`. A record's first field starts where the record before it was consumed (after both
  /// bytes of a CR LF), any other field one byte after the end of the field before it.
  /// Entries from `field_count` on may be overwritten.
  uint32_t *field_ends;
  /// The scan stops where fewer than `CBM_STEP` entries are free, so a capacity below that of the
  /// longest record plus `CBM_STEP` may consume nothing.
  size_t field_capacity;

  /// Room for `record_capacity` entries; written: for each record the number of `field_ends` up to
  /// and including its own last, so that record `r` has those from `record_ends[r - 1]` (0 for the
  /// first) to before `record_ends[r]`. Entries from `record_count` on may be overwritten.
  uint32_t *record_ends;
  /// Room for `record_capacity` entries; written: for each record bits of `cbm_record_flag`.
  uint8_t *record_flags;
  /// The scan stops where fewer than `CBM_STEP` entries are free.
  size_t record_capacity;

  // Out:

  /// The number of fields in complete records.
  size_t field_count;
  /// The number of complete records.
  size_t record_count;
  /// The offset of the first byte after the last complete record and its line end.
  size_t consumed;
  /// The number of physical line ends in the bytes before `consumed`: LF, CR LF, and CR alone,
  /// outside quotes and inside.
  uint64_t line_ends;
  /// The offset of the first irregular byte if that is why the scan stopped, else `count`. Of the
  /// record that the byte stands in, and of what follows, nothing is reported.
  size_t irregular;
  /// Why the scan stopped.
  enum cbm_stop stop;
};

/// Scans `scan->bytes` with a version that is supported (another is replaced by `CBM_PORTABLE`):
/// reads the members under "In", writes the arrays and the members under "Out".
/// Time is linear in the bytes seen.
void cbm_scan_records(enum cbm_isa isa, struct cbm_scan *scan);

/// The number of physical line ends in the `count` bytes, which do not begin between a CR and its
/// LF: LF, CR LF, and CR alone, outside quotes and inside. Reads nothing behind the bytes.
size_t cbm_count_lines(enum cbm_isa isa, const uint8_t *bytes, size_t count);

/// The offset behind the last line end that is outside quotes, where the bytes begin outside and
/// each quote changes sides; 0 if there is none. A CR that is the last byte may be half of a CR LF
/// and is none.
///
/// Where every quote is regular, and the bytes begin with a record, that is where the last record
/// ends that is whole. `CBM_STEP` bytes behind the last one must be readable too.
size_t cbm_last_record_end(enum cbm_isa isa, const uint8_t *bytes, size_t count, uint8_t quote);

/// Whether the `count` bytes are well-formed UTF-8 (The Unicode Standard, table 3-7): no overlong
/// form, no surrogate, nothing above U+10FFFF, no character cut off at the end. True of no bytes.
/// Reads `bytes` to `bytes + count` and nothing after it.
bool cbm_is_utf8(enum cbm_isa isa, const uint8_t *bytes, size_t count);

/// Counts the bytes that are 0, and those from 0xC0 on, which begin a character of UTF-8 with more
/// bytes than one.
void cbm_count_coding(const uint8_t *bytes, size_t count, size_t *zeros, size_t *leads);

/// Asks the processor for `count` places of memory that will soon be written to, without waiting for
/// any: the addresses are hints, and may be of no memory at all.
void cbm_bring_near(const void *const *places, size_t count);

/// Counts the bytes that do not continue a character of UTF-8, and those from 0xF0 on, which begin a
/// character of four bytes or are bad.
void cbm_count_characters(
    const uint8_t *bytes, size_t count, size_t *characters, size_t *long_ones);

/// What is special about a record; bits of `cbm_record.flags`.
enum cbm_record_kind {
  /// Its fields are bare values: what looks like quotes are none.
  CBM_BARE_RECORD = 1,
  /// A quoted field of it holds a doubled quote.
  CBM_DOUBLED_RECORD = 4,
};

/// Where a record of a batch lies.
struct cbm_record {
  /// Where it begins in the bytes.
  uint32_t start;
  /// The entry of `field_ends` of its first field.
  uint32_t first_field;
  /// Bits of `cbm_record_kind`, and others that mean nothing here.
  uint8_t flags;
};

/// The fields of one column; each begins one byte behind the end of the field before it.
struct cbm_column {
  const uint8_t *bytes;
  /// Labels that begin up to here may be compared: 64 bytes behind are readable. A byte is readable
  /// behind every field.
  size_t readable;
  const struct cbm_record *records;
  size_t record_count;
  const uint32_t *field_ends;
  size_t column;
};

enum {
  /// The `count` of a free place.
  CBM_NO_LABEL = 0x7FFFFFFF,
  /// So many bytes of a label are compared at once; as many are readable behind `cbm_labels.text`.
  CBM_LABEL_BLOCK = 64,
};

/// A label and its code.
struct cbm_label {
  /// Where it lies in `cbm_labels.text`.
  uint32_t start;
  /// The number of its bytes.
  uint32_t count;
  uint32_t code;
};

/// Labels at the places that their hashes name, or the next free ones behind.
struct cbm_labels {
  /// The codes of labels of one byte, then 256 times that of none: 512 entries.
  const uint32_t *short_codes;
  /// The code of what is not known, free places among it, and of labels that are not to be passed
  /// over.
  uint32_t stops;
  /// The labels of more bytes; their number is a power of two above `mask`, some are free.
  const struct cbm_label *places;
  size_t mask;
  /// How far a hash is shifted to be a place.
  unsigned shift;
  /// Whether all labels of more bytes than one have eight at least.
  bool are_words;
  uint64_t factors[2];
  /// The labels' bytes.
  const uint8_t *text;
};

/// Writes the code of each field of a column from the record `first` on, up to one that has to be
/// looked at: one whose label is not known, has the code `stops`, lies behind `readable` or has a
/// doubled quote. Gives its record, `record_count` if there is none.
size_t cbm_label_codes(
    enum cbm_isa isa, const struct cbm_column *column, size_t first,
    const struct cbm_labels *labels, uint32_t *codes);

/// The place of a label, or the free one at which it would be; 64 bytes are readable behind it.
size_t cbm_label_place(const struct cbm_labels *labels, const uint8_t *label, size_t count);

/// The place that a label's hash names, whatever is there; 64 bytes are readable behind it.
size_t cbm_label_named_place(const struct cbm_labels *labels, const uint8_t *label, size_t count);

/// Writes for each 64 bytes of text three masks, bit i of which is byte i: the bytes from 0x80 on;
/// those that may be in a word, which are these, ASCII letters and `?`; and LF and CR. Behind the
/// last byte no bit is set. Reads `bytes` to `bytes + count` and nothing after it.
void cbm_mark_text(const uint8_t *bytes, size_t count, uint64_t *marks);

/// Adds up what `letters` has for each character of UTF-8 that is not ASCII, of 0x2000 entries by its
/// number, the first of them 0; characters from U+2000 on have nothing, nor have bad bytes.
/// Reads `bytes` to `bytes + count` and nothing after it.
size_t cbm_count_letters(const uint8_t *bytes, size_t count, const uint8_t *letters);

#ifdef __cplusplus
}
#endif

#endif
