/// The dimensions that reports treat in a way of their own: those of a role, or of its name.
public enum OfficeDimension: String, Sendable, CaseIterable {
  /// The field of a procedure: land, construction.
  case field
  /// The office that a response is about.
  case unit
  /// The device that a response was given at.
  case kiosk
  /// The way by which a dossier was handed in.
  case channel
}
