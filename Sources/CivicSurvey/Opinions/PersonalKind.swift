/// What in running text tells who somebody is, or how to reach them.
public enum PersonalKind: String, Sendable, CaseIterable {
  /// A telephone number.
  case phone
  /// The number of an identity card, a passport, an insurance or tax record.
  case idNumber
  /// A bank account's number.
  case account
  /// An e-mail address.
  case email
  /// A house, alley, hamlet or group with its number.
  case address
}

/// What no rule can decide, and a person should read again before it is published.
public enum DoubtKind: String, Sendable, CaseIterable {
  /// Words behind a form of address: they may be a name.
  case name
  /// Many digits that are neither masked nor known to be harmless.
  case digits
  /// A number before a name: it may be an address.
  case address
  /// A page of a social network.
  case link
  /// A text of which only the beginning is published.
  case cut
  /// Bytes that are no text: another letter stands in their place.
  case badText
}
