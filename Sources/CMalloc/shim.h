#include <elf.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Gives back the pages of the program's own table of relocations. The loader has read it whole, two
// MiB of it, before the first line of ours ran, and nobody reads it again; were it read, the pages
// would come from the file as they did the first time. What is no page of its own stays.
static inline void civic_forget_relocations(void) {
  uintptr_t start = 0, base = 0;
  uint64_t size = 0;
  for (const ElfW(Dyn) *entry = _DYNAMIC; entry->d_tag != DT_NULL; entry++) {
    if (entry->d_tag == DT_RELA) start = entry->d_un.d_ptr;
    if (entry->d_tag == DT_RELASZ) size = entry->d_un.d_val;
  }
  // Some loaders write the place into the entry, others leave the distance from the program's start.
  extern const char __ehdr_start __attribute__((visibility("hidden")));
  base = (uintptr_t)&__ehdr_start;
  if (start == 0 || size == 0) return;
  if (start < base) start += base;
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  const uintptr_t first = (start + page - 1) & ~(page - 1);
  const uintptr_t end = (start + size) & ~(page - 1);
  if (first < end) (void)madvise((void *)first, end - first, MADV_DONTNEED);
}
