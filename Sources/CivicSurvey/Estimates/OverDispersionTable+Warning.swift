import SurveyStatistics

extension OverDispersionTable.Row {
  /// The warning that answers resemble one another; `nil` where nothing is flagged.
  var warning: Message? {
    guard dispersion.isFlagged else { return nil }
    return Message(
      .responseOverDispersed, severity: .warning,
      [
        "period": period.id, "phiFactor": dispersion.phiText,
        "limitFactor": Self.decimal(OverDispersion.limit, digits: 1),
        "widerFactor": Self.decimal(dispersion.phi.squareRoot(), digits: 1),
        "cellsCount": String(dispersion.cells), "unitsCount": String(dispersion.units),
      ])
  }

  /// A number that is not negative, to the nearest, with a point.
  fileprivate static func decimal(_ value: Double, digits: Int) -> String {
    let scale = digits == 1 ? 10 : 100
    let number = Int(min(value * Double(scale), 1e15).rounded())
    let fraction = String(number % scale)
    return "\(number / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

extension OverDispersion {
  /// φ with two decimals and a point; above the limit it never reads as the limit.
  public var phiText: String {
    let least = phi > Self.limit ? Self.limit + 0.01 : 0
    return OverDispersionTable.Row.decimal(max(phi, least), digits: 2)
  }
}

extension FunnelTable.MeasureFunnel {
  /// φ with two decimals and a point.
  public var phiText: String { OverDispersionTable.Row.decimal(phi, digits: 2) }
}
