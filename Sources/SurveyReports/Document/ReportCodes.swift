import CivicSurvey

extension Report {
  /// The code of the diagnostic that says that too much was lost.
  static let lossCode = MessageCode.responseLossesOverLimit.rawValue

  /// Fields that are no text in columns that no figure uses: counted, and no rejection.
  static let badTextCode = MessageCode.textInvalid.rawValue
}
