import SurveyDefinition

@testable import CivicSurvey

/// What a message looks like where no case of the command prints it: its words with plausible values.
enum MessageExample {
  /// The values of one code that would read oddly with those of all.
  private static let ofCode: [String: [String: String]] = [
    "response.opinion-day-unreadable": ["column": "Ngày trả lời"],
    "response.opinion-day-before-receipt": ["column": "Ngày trả lời"],
    "response.opinion-published-unanswered": ["column": "Ngày công khai"],
    "response.no-public-opinion": ["conditions": "public=yes"],
    "usage.no-opinions": ["path": "khao-sat.yaml"],
    "usage.no-publication": ["path": "so-y-kien.yaml"],
    "usage.opinions-of-tally": ["path": "thang-7.tally"],
    "usage.opinions-format": ["path": "y-kien.xlsx"],
    "survey.opinion-bad-days": ["value": "-1", "limit": "3650"],
    "csv.field-count": ["found": "15", "expected": "14"],
    "csv.total-differs": ["total": "1.250", "count": "1.249"],
    "csv.further-headers": [
      "count": "2", "lines": "2, 3", "example": "header: { lines: 3, names: first }",
    ],
    "header.too-few-lines": ["count": "2", "line": "2"],
    "header.names-below": [
      "names": "“Trực tuyến”, “Tại nhà”", "line": "2",
      "example": "header: { lines: 2, names: joined }",
    ],
    "header.column-for-two": [
      "column": "Mức độ hài lòng", "first": "questions.overall", "second": "questions.access",
    ],
    "header.two-ways": ["first": "Nhu cầu", "second": "Nhu cầu/online"],
    "header.missing-column-like": [
      "names": "field, Lĩnh vực", "suggestion": "Linh vuc", "header": "Linh vuc, Đơn vị",
    ],
    "io.leftover-removed": ["path": "loai.csv.4711.part"],
    "io.not-opened": ["path": "report.html"],
    "io.opened": ["path": "report.html"],
    "io.conversion-failed": ["path": "ki-ot.xlsx", "reason": "77"],
    "io.empty-folder": ["path": "thang-7"],
    "io.passed-over": ["path": "thang-7", "filesCount": "2", "names": "bao-cao.pdf, phieu.zip"],
    "io.folders-passed-over": ["path": "thang-7", "filesCount": "1", "names": "cu"],
    "io.no-files-passed-over": ["path": "thang-7", "filesCount": "1", "names": "ki-ot.csv"],
    "io.damaged-workbook": ["path": "ki-ot.xlsx"],
    "io.no-such-sheet": ["sheet": "Tháng 13"],
    "io.sheet-not-aligned": ["path": "ki-ot.xlsx", "rowCount": "12"],
    "io.sheets-passed-over": ["path": "ki-ot.xlsx", "sheets": "“Tổng hợp”"],
    "response.exchanged-dates": [
      "path": "ki-ot.xlsx", "numbersCount": "48", "textsCount": "72",
    ],
    "io.returned-pipe": ["path": "loai.csv"],
    "response.losses-unknown": [
      "recordsCount": "1", "largestCount": "5.000", "lostPercent": "0,01", "mostPercent": "31,45",
      "limitPercent": "5",
    ],
    "response.row-losses-over-limit": [
      "rowsCount": "1", "row": "Đất đai, 2025Q1", "lostCount": "150", "baseCount": "250",
      "lostPercent": "60", "limitPercent": "5",
    ],
    "response.low-item-response": [
      "rowsCount": "2", "row": "Đất đai, 2025Q1", "answeredCount": "95", "askedCount": "995",
      "answeredPercent": "9,55", "limitPercent": "85",
    ],
    "response.conflicting-ids": [
      "conflictingCount": "212", "readCount": "2.140", "lostPercent": "9,91", "limitPercent": "5",
      "mostPart": " (nhiều nhất giữa thang-7.csv và luy-ke.csv)",
    ],
    "response.over-dispersed": [
      "period": "2025Q3", "phiFactor": "3.47", "limitFactor": "1.5", "widerFactor": "1.9",
      "cellsCount": "60", "unitsCount": "10",
    ],
    "response.repeated-ids": [
      "about": "", "idsCount": "59", "recordsCount": "59", "sharePercent": "37,1",
      "wherePart": "giữa thang-7.csv và luy-ke.csv", "estimatedPart": "", "otherCount": "0",
      "rulePart": "các bản ghi này đều được tính",
    ],
    "response.returned-twice": ["first": "12"],
    "response.stray-dates": ["responsesCount": "1"],
    "response.swapped-date": ["column": "submitted_at"],
    "response.no-memory-for-ids": ["idsCount": "40000000"],
    "response.too-many-categories": ["name": "unit"],
    "response.unknown-category": ["column": "field"],
    "response.unreadable-date": ["column": "submitted_at"],
    "response.unreadable-frequency": ["column": "count"],
    "response.unreadable-weight": ["column": "weight"],
    "response.unreadable-stratum": ["column": "Tầng"],
    "response.unreadable-cluster": ["column": "Ki-ốt"],
    "response.unreadable-size": ["column": "N"],
    "response.weights-rounded": ["column": "weight", "recordsCount": "200"],
    "response.weights-capped": ["column": "weight", "recordsCount": "3"],
    "response.no-clusters": ["name": "kiosk"],
    "header.clusters-in-some": ["name": "kiosk", "with": "thang-7.csv", "without": "thang-8.csv"],
    "response.cluster-in-two-strata": [
      "first": "An Thắng", "second": "Hải An", "clustersCount": "3",
    ],
    "response.stratum-two-sizes": ["stratum": "An Thắng", "first": "20", "second": "22"],
    "response.more-than-population": ["stratum": "An Thắng", "drawn": "22", "size": "20"],
    "response.lonely-stratum": ["strata": "“An Thắng”, “Hải An”", "strataCount": "2"],
    "survey.design-undated": ["key": "design.clusters.by"],
    "survey.design-bad-cap": ["value": "0"],
    "response.unreadable-id": ["column": "response_id"],
    "response.ids-in-two-units": ["recordsCount": "3", "dimension": "unit"],
    "response.more-than-all": ["column": "Tổng số"],
    "survey.within-keeps-all": ["within": "year"],
    "survey.within-without-dates": ["within": "quarter"],
    "survey.of-all-needs-one": ["question": "trained"],
    "plan.unknown-source": ["source": "dossier", "allowed": "dossiers, pupils"],
    "plan.unused-source": ["source": "dossiers"],
    "plan.targets-differ": ["target": "pupils-taught", "key": "period"],
    "plan.overlapping-targets": [
      "target": "pupils-taught", "until": "2030-06-01", "from": "2030-01-01",
    ],
    "plan.bad-due": ["value": "15-12"],
    "plan.path-outside": ["path": "/tmp/so.csv"],
    "plan.no-file": ["path": "data/*.tally"],
    "plan.no-definition": ["path": "../dossiers/2026.yaml"],
    "plan.other-tally": [
      "path": "data/thang-7.tally", "survey": "dossiers@2025", "parts": "an-lao@2025.1",
    ],
    "plan.parts-left-out": ["path": "data/thang-7.tally", "parts": "an-lao@2025.1"],
    "plan.other-plan": ["path": "xa.yaml", "plan": "xa-2025", "first": "huyen-2025"],
    "plan.other-targets": ["path": "xa.yaml", "targets": "pupils-taught"],
    "plan.other-shape": ["source": "dossiers", "parts": "dossiers@2025, dossiers@2026"],
    "usage.plan-given": ["path": "ke-hoach.yaml"],
    "usage.plan-alone": ["path": "so.csv"],
    "survey.bad-counted-form": ["value": "Rating"],
    "survey.counted-needs-text": ["question": "access", "allowed": "comment"],
    "survey.choice-without-column": ["key": "choiceColumns"],
    "survey.duplicate-key": ["key": "columns"],
    "survey.key-not-for-open": ["key": "categories"],
    "survey.too-deep": ["limit": "64"],
    "survey.too-large": ["limit": "1.048.576"],
    "survey.too-many-rows": ["count": "1.200", "limit": "1.000"],
    "survey.unknown-dimension": ["dimension": "feild", "allowed": "field, channel, unit"],
    "survey.unknown-measure": ["measure": "overal", "allowed": "satisfaction, access"],
    "survey.unknown-scale": ["scale": "satisfaction7", "allowed": "satisfaction5"],
    "survey.within-itself": ["id": "land+construction"],
    "survey.within-combined": ["category": "land+all", "part": "land+construction"],
    "survey.no-categories": ["id": "field"],
    "survey.reserved-id": ["id": "quarter"],
    "tally.axis-twice": ["name": "field"],
    "tally.not-a-dimension": ["name": "needs"],
    "tally.counts-too-great": ["survey": "an-lao-kiosk"],
    "tally.other-shape-part": [
      "first": "an-lao-kiosk@2025.1", "second": "an-lao-kiosk@2025.2",
    ],
    "tally.period-too-fine": ["name": "day"],
    "text.codes-damaged-counted": ["example": "2.05E+11"],
    "text.ids-damaged": ["example": "2.02503E+14", "recordsCount": "40"],
    "usage.threads": ["value": "1000", "limit": "256"],
    "usage.engine": ["value": "avx2"],
    "usage.ledger": ["path": "so.sqlite"],
    "header.bad-text": ["column": "3"],
    "io.same-content": ["first": "ki-ot-1.csv", "second": "ki-ot-1 (2).csv"],
    "io.same-content-late": ["first": "ki-ot-1.csv", "second": "ki-ot-1 (2).csv"],
    "response.code-contradicts-label": [
      "code": "1", "label": "Rất hài lòng", "defined": "Rất không hài lòng", "other": "5",
      "count": "2",
    ],
    "response.dimension-merged": [
      "dimension": "unit", "column": "Đơn vị", "blankCount": "82", "recordsCount": "100",
      "yaml": "fillDown: true",
    ],
    "response.dimension-blank": ["dimension": "unit", "column": "Đơn vị", "recordsCount": "100"],
    "tally.where-empty": [
      "condition": "unit=An Thang", "dimension": "unit", "known": "An Thắng, Trường Thọ",
    ],
    "tally.period-empty": [
      "period": "2024Q3", "first": "2024-07-01", "last": "2024-09-30", "dataFirst": "2025-01-02",
      "dataLast": "2025-06-28",
    ],
    "tally.period-without-days": ["period": "2024Q3"],
    "tally.selection-empty": ["conditions": "field=land, unit=An Thắng, 2025Q1"],
    "response.ticks-unknown": [
      "question": "needs", "columns": "“needs___1”, “needs___2”",
      "values": "“Unchecked” (8), “Checked” (4)",
      "yaml": "ticked: [Checked]”, “unticked: [Unchecked]",
    ],
    "response.question-unanswered": ["columns": "“Mức độ hài lòng”"],
    "response.question-unread": [
      "columns": "“Mức độ hài lòng”", "unreadCount": "1.200", "values": "“tốt” (1200)",
    ],
    "response.labels-unused": [
      "rowsCount": "2", "allCount": "14", "rows": "“Đât đai” (field), “tốt” (overall)",
    ],
    "survey.duplicate-role": ["dimension": "unit", "role": "unit"],
    "survey.ticks-without-columns": ["question": "needs", "key": "ticked"],
    "response.label-empty": ["column": "nghia"],
    "response.mixed-date-orders": ["given": "dd/MM/yyyy", "other": "MM/dd/yyyy"],
    "response.other-date-order": ["given": "dd/MM/yyyy", "other": "MM/dd/yyyy"],
    "response.undecided-date-order": ["given": "dd/MM/yyyy", "other": "MM/dd/yyyy"],
    "survey.ambiguous-formats": [
      "first": "dd/MM/yyyy", "second": "MM/dd/yyyy", "example": "03/04/2025",
    ],
    "survey.bad-count": ["path": "revision", "value": "0"],
    "survey.bad-date": ["path": "targets[1].from", "value": "31/02/2025"],
    "survey.bad-id": ["path": "questions", "value": "câu 1"],
    "survey.bad-language": ["value": "tiếng Việt"],
    "survey.bad-share": ["value": "nhiều"],
    "survey.bad-value": ["choice": "5", "value": "3,5"],
    "survey.bound-not-number": ["value": "84%", "least": "1", "greatest": "5"],
    "survey.bound-not-points": ["value": "80%", "least": "0", "greatest": "100"],
    "survey.bound-not-share": ["value": "80 points"],
    "survey.bound-off-scale": ["value": "6", "least": "1", "greatest": "5"],
    "survey.no-values": [
      "choices": "tot, kem", "example": "values: { tot: 2, kem: 1 }",
    ],
    "survey.promoter-and-detractor": ["choice": "8"],
    "survey.questions-of-index": ["count": "1", "limit": "30"],
    "survey.scales-differ": [
      "first": "overall", "firstCount": "5", "second": "result", "secondCount": "3",
    ],
    "plan.bound-without-unit": [
      "value": "90", "asPercent": "90%", "asShare": "0.9", "asNumber": "90.0",
      "asPoints": "90 points",
    ],
    "survey.bad-time-zone": ["value": "Hà Nội"],
    "survey.bad-timestamp-format": ["part": "DD", "pattern": "DD/MM/yyyy"],
    "survey.duplicate-spelling": ["first": "4", "second": "5", "spelling": "Hài lòng"],
    "survey.incomplete-timestamp-format": ["missing": "yyyy", "pattern": "dd/MM"],
    "survey.period-too-fine": ["period": "day", "finest": "half-month"],
    "survey.repeated-value": ["path": "missing", "value": "N/A"],
    "survey.share-out-of-range": ["value": "190%"],
    "survey.share-without-unit": ["value": "90", "asPercent": "90%", "asShare": "0.9"],
    "survey.shared-column": [
      "column": "Đơn vị", "first": "dimensions.unit", "second": "questions.comment",
    ],
    "survey.target-same-from": ["from": "2025-01-01"],
    "survey.unknown-key": ["key": "colour"],
    "survey.unknown-word": ["path": "coverage", "value": "kiosk"],
    "survey.until-before-from": ["from": "2025-07-01", "until": "2025-01-01"],
    "text.encoding-against-zeros": ["named": "UTF-8", "found": "UTF-16LE"],
    "text.encoding-misfit": ["named": "TCVN3"],
    "text.encoding-without-zeros": ["named": "UTF-16LE"],
  ]

  /// The values by the names of arguments.
  private static let common: [String: String] = [
    "allowed": "land, construction, investment", "bytesCount": "1.048.576", "category": "thuế",
    "choice": "6", "column": "overall", "columns": "civicsurvey_line", "columnsCount": "14",
    "count": "3", "dimension": "field", "encoding": "UTF-16LE", "example": "Đ?t đai",
    "expected": "14", "exports": "ki-ot-1.csv, ki-ot-2.csv", "fault": "csv.unclosed-quote",
    "file": "ki-ot.csv", "first": "ki-ot-1.csv", "firstLine": "12", "flag": "--part",
    "format": "UTF-16LE", "found": "15", "from": "2025-01-01",
    "fromDay": "02/01/2025", "header": "Lĩnh vực",
    "id": "overall", "key": "separator", "known": "land, construction, investment",
    "labelsCount": "5", "limit": "100.000", "line": "2", "lines": "1, 120",
    "measure": "satisfaction",
    "missing": "yyyy", "name": "đất", "named": "TCVN3", "namedFitCount": "12",
    "namedLettersCount": "3.120", "names": "field, Lĩnh vực", "owner": "scales.satisfaction5",
    "opinionsCount": "2",
    "part": "land", "path": "ki-ot.csv", "pattern": "dd/MM/yyyy", "problem": "did not find ':'",
    "question": "overall", "questions": "8", "reason": "Permission denied",
    "responsesCount": "1.249", "runs": "2", "scale": "satisfaction5", "second": "ki-ot-2.csv",
    "section": "9", "separator": ";", "sheets": "“Quý I”, “Quý II”", "source": "ki-ot.csv",
    "spelling": "Hài lòng",
    "strayFromDay": "15/12/2199", "strayToDay": "31/12/2199",
    "suggestion": "Đất đai", "target": "online-90", "toDay": "31/03/2025", "total": "1.250",
    "type": "text", "unitsCount": "524.288", "until": "2025-01-01", "value": "90",
    "words": "Rất hài lòng = 1", "zerosCount": "480.000",
  ]

  /// The message as a terminal shows it, in Vietnamese.
  static func line(_ wording: Wording) -> String {
    let definition = DefinitionCode(rawValue: wording.code)
    var values = common
    if definition != nil { values["path"] = "questions.overall" }
    values.merge(ofCode[wording.code] ?? [:]) { _, own in own }
    var text = wording.message.vi
    for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
    let place = definition == nil ? "ki-ot.csv" : "khao-sat.yaml:12:5"
    let isOfCommand = wording.code.hasPrefix("usage.")
    return (isOfCommand ? "" : place + ": ") + text + " [\(wording.code)]"
  }
}
