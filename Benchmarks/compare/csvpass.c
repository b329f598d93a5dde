/* libcsv's own strict pass over a file, trimming off: csvpass FILE. Prints fields and records. */

#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct counts {
  unsigned long fields, records;
};

static void field(void *text, size_t size, void *data) {
  (void)text;
  (void)size;
  ((struct counts *)data)->fields++;
}

static void record(int end, void *data) {
  (void)end;
  ((struct counts *)data)->records++;
}

static int never_space(unsigned char byte) {
  (void)byte;
  return 0;
}

int main(int count, char **arguments) {
  static char block[256 << 10];
  struct csv_parser parser;
  struct counts counts = {0, 0};
  if (count != 2) return 64;
  int file = open(arguments[1], O_RDONLY | O_CLOEXEC);
  if (file < 0 || csv_init(&parser, CSV_STRICT) != 0) return 66;
  csv_set_space_func(&parser, never_space);
  ssize_t size;
  while ((size = read(file, block, sizeof block)) > 0)
    if (csv_parse(&parser, block, (size_t)size, field, record, &counts) != (size_t)size) {
      fprintf(stderr, "%s: %s\n", arguments[1], csv_strerror(csv_error(&parser)));
      return 65;
    }
  csv_fini(&parser, field, record, &counts);
  csv_free(&parser);
  printf("%lu %lu\n", counts.fields, counts.records);
  return size < 0 ? 74 : 0;
}
