/// A picture of rates; each figure in it also stands in a table.
enum ReportChart {
  /// A rate with its interval for each category, against a target and the overall rate.
  case intervals(ReportIntervalChart)
  /// A rate with its interval period after period.
  case trend(ReportTrendChart)
  /// A share for each category.
  case bars(ReportBarChart)
}

/// What a chart's axis shows; places on it are 0…1.
enum ReportChartAxis {
  /// Percent, in whole tens; it may begin above 0.
  case percent
  /// A whole scale, with the places and the words of its marks.
  case whole([(place: Double, text: String)])
}

/// Rates under one another, each with its interval.
struct ReportIntervalChart {
  /// One category.
  struct Row {
    /// The category.
    let label: String
    /// The rate, or the figure's place on the axis, 0…1; `nil` if nobody answered.
    let rate: Double?
    /// The lower limit, 0…1.
    let lower: Double?
    /// The upper limit, 0…1.
    let upper: Double?
    /// The target, 0…1.
    var bound: Double?
    /// The rate and its base in words.
    let text: String
  }

  /// What it shows.
  let title: String
  /// The axis.
  var axis = ReportChartAxis.percent
  /// The categories.
  let rows: [Row]
  /// The overall rate, 0…1, and its words.
  let overall: (rate: Double, text: String)?
  /// The words for a target's mark; `nil` where no row has one.
  let boundText: String?
}

/// Rates in time.
struct ReportTrendChart {
  /// One period.
  struct Point {
    /// The period's name.
    let label: String
    /// The rate, or the figure's place on the axis, 0…1; `nil` if nobody answered.
    let rate: Double?
    /// The lower limit, 0…1.
    let lower: Double?
    /// The upper limit, 0…1.
    let upper: Double?
    /// Whether the period has ended.
    let isComplete: Bool
    /// The rate in words.
    let text: String
    /// Whether it is not comparable with the period before, so that no line leads here.
    var isBreak = false
    /// Whether nobody responded at all.
    var isEmpty = false
  }

  /// What it shows.
  let title: String
  /// The axis.
  var axis = ReportChartAxis.percent
  /// The periods in time order.
  let points: [Point]
  /// The target, 0…1, and its words.
  let bound: (rate: Double, text: String)?
  /// The words for an axis that does not begin at 0, by its lowest mark in percent.
  let cutText: (Int) -> String
}

/// Shares under one another.
struct ReportBarChart {
  /// One category.
  struct Row {
    /// The category.
    let label: String
    /// The share, 0…1.
    let share: Double
    /// The share and its count in words.
    let text: String
  }

  /// What it shows.
  let title: String
  /// The categories.
  let rows: [Row]
}
