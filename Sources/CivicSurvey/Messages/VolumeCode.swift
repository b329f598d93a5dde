/// The codes of what volumes beside the responses say.
package enum VolumeCode: String, CaseIterable, WordedCode {
  /// More responses than people in some rows.
  case over = "response.volumes-too-small"
  /// More responses than people in all.
  case overAll = "response.volumes-too-small-in-all"
  /// Two files say the same of the same categories and days.
  case saidTwice = "response.volumes-twice"
  /// Rows are of days without responses too.
  case beyond = "response.volumes-beyond"
  /// Files of other dimensions say otherwise of some rows.
  case contradict = "response.volumes-contradict"
  /// The same, of everything.
  case contradictInAll = "response.volumes-contradict-in-all"
  /// People were served where nothing came.
  case unanswered = "response.volumes-unanswered"
  /// Labels of which nothing came are near to others that the files lack.
  case unlike = "response.volumes-label-like"
  /// Kiosks counted other numbers of answers than were accepted.
  case answeredDiffer = "response.volumes-answered-differ"
  /// The files say nothing of any row of the report.
  case nowhere = "response.volumes-nowhere"
  /// Units sent far less than in their own last periods.
  case low = "response.low-volume"
  /// A tally carries no volumes, which its definition names.
  case wanted = "usage.volumes-wanted"

  /// The stable dotted code.
  package var messageCode: String { rawValue }
}
