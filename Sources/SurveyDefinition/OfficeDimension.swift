/// The dimensions that reports treat in a way of their own, by the names that they have.
public enum OfficeDimension: String, Sendable, CaseIterable {
  /// The field of a procedure: land, construction.
  case field
  /// The office that a response is about.
  case unit
  /// The device that a response was given at.
  case kiosk
}

extension Survey {
  /// The dimension that has the name of one of an office's; `nil` where the survey has none.
  public func dimension(_ office: OfficeDimension) -> Dimension? { dimension(office.rawValue) }
}
