/// How many were served and asked where a figure stands, and what share of them responded.
public struct Participation: Sendable, Equatable {
  /// The accepted responses.
  public let accepted: Int
  /// Those who were served; `nil` where nobody says.
  public let served: Int?
  /// Those who were asked; `nil` where nobody says.
  public let offered: Int?

  /// Whether it is a share of those asked, in all rows of a report alike, and not of those served.
  let isOfOffered: Bool

  /// What the responses are a share of.
  public var base: Int? { isOfOffered ? offered : served }

  /// Whether more responded than were asked or served: one of the numbers is wrong.
  public var isOver: Bool { base.map { accepted > $0 } ?? false }

  /// The share that responded, 0…1; `nil` where nobody says of how many, of none, and above 1.
  public var rate: Double? {
    guard let base, base > 0, !isOver else { return nil }
    return Double(accepted) / Double(base)
  }
}
