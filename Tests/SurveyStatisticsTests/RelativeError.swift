/// The relative difference; 0 and differences below the smallest normal `Double` are exact or none.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if value == expected { return 0 }
  if abs(value) < 1e-300, abs(expected) < 1e-300 { return 0 }
  return abs(value - expected) / abs(expected)
}
