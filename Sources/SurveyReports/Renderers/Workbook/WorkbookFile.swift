import CXLSXWriter
import Glibc
import SurveyDefinition

/// An .xlsx file that is being written, row by row, by libxlsxwriter: the only file that knows it.
///
/// Nothing in it says when it was made, so that the same cells are the same bytes.
@safe final class WorkbookFile {
  /// Why it could not be written.
  struct Failure: Error {
    let reason: String

    /// What the system says of the call that has just failed, or else the library.
    static func last(_ libraryReason: String) -> Failure {
      let number = errno
      guard [EMFILE, ENFILE, ENOSPC, EFBIG, EDQUOT, EIO, EACCES, EROFS, ENOMEM].contains(number)
      else { return Failure(reason: libraryReason) }
      return Failure(reason: unsafe String(cString: strerror(number)))
    }
  }

  private struct FormatKey: Hashable {
    let style: SheetStyle
    let number: String
  }

  /// `nil` once it is closed.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>]
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  /// The names that are taken, in small letters; Excel keeps one for itself.
  private var names: Set<String> = ["history"]
  private(set) var failure: Failure?

  /// The most rows of one sheet.
  static let mostRows = 1_048_576

  /// - Parameter folder: where parts of it lie while it is written.
  init(path: String, folder: String, title: String) throws(Failure) {
    unsafe formats = [:]
    // SAFETY: the library copies what it keeps of the options and properties; the strings live as
    // long as the calls. The book is made here and freed by `close` or `deinit`, once.
    let made = unsafe folder.withCString { folder in
      var options = unsafe lxw_workbook_options()
      // Rows go to a file as they come, so that memory does not grow with them.
      unsafe options.constant_memory = 1
      unsafe options.tmpdir = unsafe UnsafeMutablePointer(mutating: folder)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let made = unsafe made else { throw Failure.last("workbook_new_opt") }
    unsafe book = made
    unsafe DisplayText.plain(title).withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = unsafe UnsafeMutablePointer(mutating: title)
      // 1 January 1980, the first day that a zip archive can name; 0 would mean now.
      unsafe properties.created = 315_532_800
      _ = unsafe workbook_set_properties(made, &properties)
    }
  }

  deinit {
    // Closing is what frees it; whatever it writes is removed by whoever gave the path.
    if let book = unsafe book { _ = unsafe workbook_close(book) }
  }

  /// Writes what is left.
  func close() throws(Failure) {
    guard let book = unsafe book else { return }
    unsafe self.book = nil
    check(unsafe workbook_close(book))
    if let failure { throw failure }
  }

  private func check(_ error: lxw_error) {
    guard error != LXW_NO_ERROR, failure == nil else { return }
    let reason = unsafe String(cString: lxw_strerror(error))
    // Later codes are about what was asked for: no call to the system has failed.
    failure =
      error.rawValue <= LXW_ERROR_ZIP_CLOSE.rawValue
      ? Failure.last(reason) : Failure(reason: reason)
  }

  // MARK: - Sheets

  /// Begins a sheet; of one that is taken, forbidden or too long the name is changed until it can be.
  ///
  /// - Returns: its name.
  @discardableResult
  func beginSheet(_ name: String, widths: [Int], isLandscape: Bool = true) -> String {
    let name = freeName(name)
    guard let book = unsafe book else { return name }
    // SAFETY: the book is open, and owns the sheet.
    guard let made = unsafe workbook_add_worksheet(book, name) else {
      failure = failure ?? Failure.last("workbook_add_worksheet")
      return name
    }
    unsafe sheet = made
    for (column, width) in widths.enumerated() {
      let place = lxw_col_t(column)
      _ = unsafe worksheet_set_column(made, place, place, Double(width), nil)
    }
    if isLandscape { unsafe worksheet_set_landscape(made) }
    // A4; one page wide, as many high as it takes.
    unsafe worksheet_set_paper(made, 9)
    unsafe worksheet_fit_to_pages(made, 1, 0)
    return name
  }

  private func freeName(_ name: String) -> String {
    // Nothing that XML cannot hold, and none of what Excel forbids.
    var plain = String(DisplayText.plain(name).map { "[]:*?/\\'".contains($0) ? " " : $0 })
    if plain.allSatisfy({ $0 == " " }) { plain = "–" }
    plain = Self.prefix(plain, utf16: 31)
    var free = plain
    var number = 2
    while !names.insert(free.lowercased()).inserted {
      let mark = " (\(number))"
      free = Self.prefix(plain, utf16: 31 - mark.utf16.count) + mark
      number += 1
    }
    return free
  }

  private static func prefix(_ text: String, utf16 count: Int) -> String {
    var text = text
    while text.utf16.count > count { text.removeLast() }
    return text
  }

  /// Keeps the rows above `row` and the columns left of `column` in sight, repeats the header on each
  /// printed page, and lets its rows be filtered.
  func freeze(row: Int, column: Int, header: Int, columns: Int, lastRow: Int) {
    guard let sheet = unsafe sheet, columns > 0 else { return }
    unsafe worksheet_freeze_panes(sheet, lxw_row_t(row), lxw_col_t(column))
    check(unsafe worksheet_repeat_rows(sheet, lxw_row_t(header), lxw_row_t(header)))
    guard lastRow > header else { return }
    check(
      unsafe worksheet_autofilter(
        sheet, lxw_row_t(header), 0, lxw_row_t(lastRow), lxw_col_t(columns - 1)))
  }

  // MARK: - Cells

  /// Makes a row as high as so many lines; before its cells, since rows are written as they come.
  func setHeight(lines: Int, row: Int, isTitle: Bool = false) {
    guard lines > 1 || isTitle, let sheet = unsafe sheet else { return }
    let height = Double(min(lines, 25)) * (isTitle ? 21 : 15)
    check(unsafe worksheet_set_row(sheet, lxw_row_t(row), height, nil))
  }

  /// Writes a cell; rows must come in order.
  func write(_ value: SheetValue, row: Int, column: Int, style: SheetStyle = SheetStyle()) {
    guard let sheet = unsafe sheet, failure == nil else { return }
    let row = lxw_row_t(row)
    let column = lxw_col_t(column)
    switch value {
    case .empty:
      guard style != SheetStyle() else { return }
      check(unsafe worksheet_write_blank(sheet, row, column, format(style, "")))
    case .text(let text):
      // Written as a string whatever it begins with: it never runs as a formula.
      check(
        unsafe worksheet_write_string(sheet, row, column, Self.cut(text), format(style, "@")))
    case .count(let count):
      check(
        unsafe worksheet_write_number(sheet, row, column, Double(count), format(style, "#,##0")))
    case .percent(let rate, let decimals):
      let zeros = String(repeating: "0", count: decimals)
      let number = decimals > 0 ? "0.\(zeros)%" : "0%"
      check(unsafe worksheet_write_number(sheet, row, column, rate, format(style, number)))
    case .number(let value, let decimals, let unit):
      let zeros = decimals > 0 ? "0." + String(repeating: "0", count: decimals) : "0"
      let number = unit.isEmpty ? zeros : zeros + "\"\(unit)\""
      check(unsafe worksheet_write_number(sheet, row, column, value, format(style, number)))
    case .probability(let value):
      // No probability reads as a thousand (1,000 in Vietnamese), as certain or as impossible.
      let number = "[<0.0005]\"≈ 0\";[>=0.9995]\"≈ 1\";0.000"
      check(unsafe worksheet_write_number(sheet, row, column, value, format(style, number)))
    case .day(let day):
      let (year, month, dayOfMonth) = day.components
      var date = lxw_datetime()
      date.year = Int32(year)
      date.month = Int32(month)
      date.day = Int32(dayOfMonth)
      check(
        unsafe worksheet_write_datetime(sheet, row, column, &date, format(style, "dd/mm/yyyy")))
    }
  }

  /// A cell holds 32,767 characters.
  private static func cut(_ text: String) -> String {
    text.utf16.count > 32_000 ? prefix(String(text.prefix(32_000)), utf16: 32_000) + "…" : text
  }

  private func format(_ style: SheetStyle, _ number: String) -> UnsafeMutablePointer<lxw_format>? {
    let key = FormatKey(style: style, number: number)
    if let known = unsafe formats[key] { return unsafe known }
    guard let book = unsafe book, let made = unsafe workbook_add_format(book) else { return nil }
    unsafe formats[key] = made
    if !number.isEmpty { unsafe format_set_num_format(made, number) }
    if style.isBold || style.isHeader || style.isTitle { unsafe format_set_bold(made) }
    if style.isItalic { unsafe format_set_italic(made) }
    if style.isTitle { unsafe format_set_font_size(made, 14) }
    unsafe format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.isRight { unsafe format_set_align(made, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if style.isHeader || style.isWrapped { unsafe format_set_text_wrap(made) }
    if style.isHeader {
      unsafe format_set_bg_color(made, 0xE8EDF2)
      unsafe format_set_bottom(made, UInt8(LXW_BORDER_THIN.rawValue))
    }
    if let (ink, paper) = style.colour?.colours {
      unsafe format_set_bg_color(made, paper)
      unsafe format_set_font_color(made, ink)
    }
    return unsafe made
  }

  // MARK: - Charts

  /// A column of numbers, or of labels, on a sheet.
  struct Range {
    let sheet: String
    let rows: ClosedRange<Int>
    let column: Int
  }

  /// A line of a chart.
  struct Series {
    let name: String
    let values: Range
    /// Whether it is a limit beside the main line.
    var isThin = false
  }

  /// Puts a chart of rates on the sheet at hand.
  func insertChart(
    isLine: Bool, title: String, categories: Range, series: [Series], row: Int, column: Int,
    axis: (lowest: Double, greatest: Double, isPercent: Bool)
  ) {
    let type = isLine ? LXW_CHART_LINE : LXW_CHART_BAR
    guard let book = unsafe book, let sheet = unsafe sheet,
      let chart = unsafe workbook_add_chart(book, UInt8(type.rawValue))
    else { return }
    for one in series { unsafe add(one, categories: categories, isLine: isLine, to: chart) }
    unsafe chart_title_set_name(chart, title)
    guard let rates = unsafe isLine ? chart.pointee.y_axis : chart.pointee.x_axis,
      let names = unsafe isLine ? chart.pointee.x_axis : chart.pointee.y_axis
    else { return }
    unsafe chart_axis_set_min(rates, axis.lowest)
    unsafe chart_axis_set_max(rates, axis.greatest)
    unsafe chart_axis_set_num_format(rates, axis.isPercent ? "0%" : "0.##")
    if !isLine { unsafe chart_axis_set_reverse(names) }
    if series.count == 1 { unsafe chart_legend_set_position(chart, 0) }
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = 1.6
    unsafe options.y_scale = 1.6
    check(
      unsafe worksheet_insert_chart_opt(
        sheet, lxw_row_t(row), lxw_col_t(column), chart, &options))
  }

  private func add(
    _ series: Series, categories: Range, isLine: Bool, to chart: UnsafeMutablePointer<lxw_chart>
  ) {
    guard let made = unsafe chart_add_series(chart, nil, nil) else { return }
    unsafe chart_series_set_categories(
      made, categories.sheet, lxw_row_t(categories.rows.lowerBound), lxw_col_t(categories.column),
      lxw_row_t(categories.rows.upperBound), lxw_col_t(categories.column))
    let values = series.values
    unsafe chart_series_set_values(
      made, values.sheet, lxw_row_t(values.rows.lowerBound), lxw_col_t(values.column),
      lxw_row_t(values.rows.upperBound), lxw_col_t(values.column))
    unsafe chart_series_set_name(made, series.name)
    if isLine {
      var line = lxw_chart_line()
      line.color = series.isThin ? 0x8C959F : 0x0B5CAD
      line.width = series.isThin ? 0.75 : 2.25
      unsafe chart_series_set_line(made, &line)
    } else {
      var fill = lxw_chart_fill()
      fill.color = 0x0B5CAD
      unsafe chart_series_set_fill(made, &fill)
    }
  }
}

extension SheetStyle.Colour {
  /// Ink and paper, at least 4.5 to 1.
  fileprivate var colours: (UInt32, UInt32) {
    switch self {
    case .met: (0x0B4F20, 0xDDF4E1)
    case .missed: (0x8A0D20, 0xFBE0DC)
    case .open: (0x664000, 0xFFF1CF)
    case .none: (0x424A53, 0xEFF1F3)
    case .farBelow: (0x1B1F24, 0xF3B6AD)
    case .below: (0x1B1F24, 0xFBE0DC)
    case .above: (0x1B1F24, 0xE3F1FB)
    case .farAbove: (0x1B1F24, 0xB9DCF4)
    }
  }
}
