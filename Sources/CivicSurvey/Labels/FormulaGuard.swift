import SurveyCSV

/// The `'` before a cell that a spreadsheet would take for a formula.
enum FormulaGuard {
  /// The cell as it was before it was guarded; other cells come back unchanged.
  static func removed(from cell: [UInt8]) -> [UInt8] {
    isGuarded(cell) ? Array(cell.dropFirst()) : cell
  }

  /// Whether a cell begins with a guard: a `'` before what the writer puts one before.
  static func isGuarded(_ cell: some Collection<UInt8>) -> Bool {
    guard cell.first == CSVWriter.formulaGuard, let next = cell.dropFirst().first else {
      return false
    }
    return CSVWriter.beginsFormula(next)
  }
}
