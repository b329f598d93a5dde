import SurveyStatistics

extension OverDispersionTable.Row {
  /// The warning that answers resemble one another; `nil` where nothing is flagged.
  var warning: Message? {
    guard dispersion.isFlagged else { return nil }
    return Message(
      .responseOverDispersed, severity: .warning,
      [
        "period": period.id, "phiFactor": dispersion.phiText,
        "limitFactor": DecimalText.fixed(OverDispersion.limit, digits: 1),
        "widerFactor": DecimalText.fixed(dispersion.phi.squareRoot(), digits: 1),
        "cellsCount": String(dispersion.cells), "unitsCount": String(dispersion.units),
      ])
  }
}

extension OverDispersion {
  /// φ with two decimals and a point; above the limit it never reads as the limit.
  public var phiText: String {
    let least = phi > Self.limit ? Self.limit + 0.01 : 0
    return DecimalText.fixed(max(phi, least), digits: 2)
  }
}

extension FunnelTable.MeasureFunnel {
  /// φ with two decimals and a point.
  public var phiText: String { DecimalText.fixed(phi, digits: 2) }
}
