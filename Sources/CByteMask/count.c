#include "CByteMask.h"

/// So few that a byte counts them: the compiler then takes sixteen at once on every machine.
enum { CBM_STRETCH = 255 };

void cbm_count_coding(const uint8_t *bytes, size_t count, size_t *zeros, size_t *leads) {
  *zeros = 0;
  *leads = 0;
  while (count > 0) {
    size_t stretch = count < CBM_STRETCH ? count : CBM_STRETCH;
    uint8_t zeros_here = 0;
    uint8_t leads_here = 0;
    for (size_t i = 0; i < stretch; i++) {
      zeros_here = (uint8_t)(zeros_here + (bytes[i] == 0));
      leads_here = (uint8_t)(leads_here + (bytes[i] >= 0xC0));
    }
    *zeros += zeros_here;
    *leads += leads_here;
    bytes += stretch;
    count -= stretch;
  }
}

void cbm_count_characters(
    const uint8_t *bytes, size_t count, size_t *characters, size_t *long_ones) {
  *characters = 0;
  *long_ones = 0;
  while (count > 0) {
    size_t stretch = count < CBM_STRETCH ? count : CBM_STRETCH;
    uint8_t characters_here = 0;
    uint8_t long_here = 0;
    for (size_t i = 0; i < stretch; i++) {
      // All bytes but those that continue a character begin one.
      characters_here = (uint8_t)(characters_here + ((bytes[i] & 0xC0) != 0x80));
      long_here = (uint8_t)(long_here + ((bytes[i] & 0xF0) == 0xF0));
    }
    *characters += characters_here;
    *long_ones += long_here;
    bytes += stretch;
    count -= stretch;
  }
}
