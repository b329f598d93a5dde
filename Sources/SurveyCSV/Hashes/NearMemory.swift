import CByteMask

/// Memory that a table of hashes will soon need.
package enum NearMemory {
  /// Asks the processor for places of memory, without waiting for them; an address may be of none.
  ///
  /// Reading them for nothing would do the same, but only as many at once as the processor can keep
  /// in mind without an answer: three times slower.
  package static func bring(_ places: UnsafeBufferPointer<UnsafeRawPointer?>) {
    // SAFETY: so many entries are read, and nothing at the places themselves.
    unsafe cbm_bring_near(places.baseAddress, places.count)
  }
}
