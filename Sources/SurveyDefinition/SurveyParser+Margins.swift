/// The files that responses are weighted to.
extension SurveyParser {
  mutating func readMargins(_ root: DefinitionMap) {
    guard let entry = root.entry("margins"),
      let map = reader.map(
        entry.value, path: "margins", mark: entry.keyMark, required: ["files"], optional: ["cap"])
    else { return }
    if draft.coverage == .census || root.entry("opinions") != nil {
      reader.log.report(.marginsNotWeighted, at: entry.keyMark)
    }
    var margins = SurveyMargins(files: reader.distinctTexts(map, "files").map(\.value))
    if let cap = reader.text(map, "cap") {
      // An average factor is 1: a lower cap could never be met.
      if case .exact(let units)? = DecimalWeight.read(cap.value.utf8.span),
        units >= SurveyDesign.weightUnit
      {
        margins.capUnits = units
      } else {
        reader.log.report(.marginsBadCap, at: cap.mark, ["value": cap.value])
      }
    }
    draft.margins = margins
  }
}
