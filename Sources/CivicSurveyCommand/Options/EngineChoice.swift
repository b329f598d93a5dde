import ArgumentParser
import CivicSurvey
import Glibc
import SurveyCSV

/// The ways to find records, to be held against each other.
///
/// `CIVICSURVEY_ISA` forces an instruction set where the flag does not say otherwise.
enum EngineChoice: String, CaseIterable, ExpressibleByArgument {
  case libcsv
  case portable
  case sse2
  case avx2
  case avx512
  case neon

  /// The engine that the flag, or else the environment asks for; `nil` where neither does.
  static func wanted(_ flag: EngineChoice?) throws(RunError) -> RecordReader.Engine? {
    var choice = flag
    if choice == nil, let value = unsafe getenv("CIVICSURVEY_ISA") {
      let name = unsafe String(cString: value)
      choice = EngineChoice(rawValue: name)
      guard choice != nil else { throw RunError(.usage, .usageEngine, ["value": name]) }
    }
    guard let choice else { return nil }
    guard let set = InstructionSet(rawValue: choice.rawValue) else { return .libcsv }
    guard set.isSupported else {
      throw RunError(.usage, .usageEngine, ["value": choice.rawValue])
    }
    return .scan(set)
  }
}
