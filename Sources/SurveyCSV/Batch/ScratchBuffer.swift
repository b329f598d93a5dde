/// A growing run of plain values that is filled again and again, without an array's checks.
@safe struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var storage: UnsafeMutablePointer<Element>

  init(capacity: Int) {
    self.capacity = max(1, capacity)
    // SAFETY: `deinit` frees it; the elements need no deinitialisation.
    unsafe storage = .allocate(capacity: self.capacity)
  }

  deinit {
    // SAFETY: no pointer into the storage outlives a call made on the buffer.
    unsafe storage.deallocate()
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    // SAFETY: there is room for one more, as just made sure.
    unsafe (storage + count).initialize(to: element)
    count += 1
  }

  @inline(__always)
  mutating func append(contentsOf elements: Span<Element>) {
    let added = elements.count
    if capacity - count < added { grow(by: added) }
    // SAFETY: there is room for all of them, as just made sure; the two do not overlap.
    unsafe elements.withUnsafeBufferPointer { elements in
      guard let source = elements.baseAddress else { return }
      unsafe (storage + count).initialize(from: source, count: added)
    }
    count += added
  }

  subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count)
    // SAFETY: the position lies below the count, as just checked.
    return unsafe storage[position]
  }

  /// Appends all elements to an array.
  func copy(to array: inout [Element]) {
    // SAFETY: the first `count` elements are initialised.
    unsafe array.append(contentsOf: UnsafeBufferPointer(start: storage, count: count))
  }

  @inline(never)
  private mutating func grow(by addition: Int) {
    capacity = max(count + addition, 2 * capacity)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    // SAFETY: the new storage is larger than the part of the old one that is copied.
    unsafe larger.initialize(from: storage, count: count)
    unsafe storage.deallocate()
    unsafe storage = larger
  }
}
