// The table of functions that each instruction set's file fills, and how to declare its functions.

#ifndef CBM_VERSIONS_H
#define CBM_VERSIONS_H

#include "CByteMask.h"

struct cbm_version {
  void (*scan_records)(struct cbm_scan *scan);
  size_t (*count_lines)(const uint8_t *bytes, size_t count);
  size_t (*last_record_end)(const uint8_t *bytes, size_t count, uint8_t quote);
  bool (*is_utf8)(const uint8_t *bytes, size_t count);
  size_t (*label_codes)(
      const struct cbm_column *column, size_t first, const struct cbm_labels *labels,
      uint32_t *codes);
};

extern const struct cbm_version cbm_portable;

#if defined(__x86_64__)
extern const struct cbm_version cbm_sse2;
extern const struct cbm_version cbm_avx2;
extern const struct cbm_version cbm_avx512;
#endif

#if defined(__aarch64__)
extern const struct cbm_version cbm_neon;
#endif

/// Defines the table of a version behind all that it includes. Its functions have the version's name,
/// so that a profile tells which ran; CBM_TARGET says for which processor they are.
#define CBM_VERSION(version) \
  CBM_TARGET static void scan_##version(struct cbm_scan *scan) { \
    scan_records(scan); \
  } \
  CBM_TARGET static size_t count_lines_##version(const uint8_t *bytes, size_t count) { \
    return count_lines(bytes, count); \
  } \
  CBM_TARGET static size_t last_record_end_##version( \
      const uint8_t *bytes, size_t count, uint8_t quote) { \
    return last_record_end(bytes, count, quote); \
  } \
  CBM_TARGET static bool is_utf8_##version(const uint8_t *bytes, size_t count) { \
    return is_utf8(bytes, count); \
  } \
  CBM_TARGET static size_t label_codes_##version( \
      const struct cbm_column *column, size_t first, const struct cbm_labels *labels, \
      uint32_t *codes) { \
    return label_codes(column, first, labels, codes); \
  } \
  const struct cbm_version cbm_##version = { \
    scan_##version, count_lines_##version, last_record_end_##version, is_utf8_##version, \
    label_codes_##version, \
  };

#endif
