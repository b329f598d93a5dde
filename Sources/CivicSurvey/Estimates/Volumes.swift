import SurveyDefinition

/// How many were served and asked, from the files beside the responses, for any domain of a report.
public struct Volumes: Sendable {
  let tables: [VolumeTable]
  private let filters: [CategoryFilter]
  private let range: PeriodRange?
  private let dates: ResponseDates
  private let asOf: CalendarDay?
  private let open: Set<String>
  /// Whether every row of every file says how many were asked: else participation is of those served, so
  /// that one column never mixes the two.
  public let areOfOffered: Bool

  /// The volumes of a scope; `nil` where its query names none.
  init?(_ scope: ReportScope) {
    guard !scope.volumes.isEmpty else { return nil }
    tables = scope.volumes.map { VolumeTable($0, scope) }
    areOfOffered = Self.areOfOffered(scope.volumes)
    filters = scope.query.filters
    range = scope.query.period
    dates = scope.dates
    asOf = scope.asOf
    open = Set(scope.part.plan.dimensions.filter(\.isOpen).map(\.id))
  }

  /// Whether of everyone who is counted it is said how many were asked.
  private static func areOfOffered(_ unions: [VolumeUnion]) -> Bool {
    func keys(_ rows: [VolumeUnion.Row]?) -> Set<[String]> {
      Set((rows ?? []).filter { $0.count != nil }.map { $0.keys + [$0.days?.description ?? ""] })
    }
    let counting = unions.filter { $0.rows[.served] != nil || $0.rows[.offered] != nil }
    return !counting.isEmpty
      && counting.allSatisfy { union in
        guard let offered = union.rows[.offered] else { return false }
        return offered.allSatisfy { $0.count != nil }
          && keys(offered).isSuperset(of: keys(union.rows[.served]))
      }
  }

  /// Who took part where an estimate stands.
  public func participation(of estimate: Estimate) -> Participation {
    participation(in: estimate.domain, accepted: estimate.counts.accepted)
  }

  /// Who took part in a domain, under the query's conditions.
  ///
  /// - Parameter accepted: its accepted responses.
  func participation(in domain: Domain, accepted: Int) -> Participation {
    func count(_ value: CountTable.Value) -> Int? {
      let counts = counts(value, in: domain)
      return counts.allSatisfy { $0.count == counts[0].count } ? counts.first?.count : nil
    }
    return Participation(
      accepted: accepted, served: count(.served), offered: count(.offered),
      isOfOffered: areOfOffered)
  }

  /// What the files say of a domain, those of the same dimensions together.
  func counts(
    _ value: CountTable.Value, in domain: Domain
  ) -> [(union: VolumeUnion, count: Int)] {
    guard let (conditions, days) = conditions(of: domain) else { return [] }
    return tables.compactMap { table in
      table.count(value, where: conditions, in: days).map { (table.union, $0) }
    }
  }

  /// What a domain admits; `nil` of what is no category, or lies in no period.
  private func conditions(
    of domain: Domain
  ) -> (conditions: VolumeTable.Conditions, days: VolumeDays)? {
    var conditions: VolumeTable.Conditions = []
    for filter in filters {
      for name in filter.categories {
        guard case .category = DomainValue(condition: name) else { return nil }
      }
      conditions.append((filter.dimension, keys(filter.categories, of: filter.dimension)))
    }
    var days = range.map { CountTable.Days(first: $0.first, last: $0.last) }
    for entry in domain.entries {
      switch entry.value {
      case .category(let id): conditions.append((entry.axis, keys([id], of: entry.axis)))
      case .pool(let ids): conditions.append((entry.axis, keys(ids, of: entry.axis)))
      case .period(let period):
        let first = max(period.first, days?.first ?? period.first)
        let last = min(period.last, days?.last ?? period.last)
        guard first <= last else { return nil }
        days = CountTable.Days(first: first, last: last)
      case .rest, .missing, .unmapped, .noOpinion, .notApplicable, .invalid: return nil
      }
    }
    return (conditions, VolumeDays(days, dates, asOf: asOf))
  }

  private func keys(_ categories: [String], of dimension: String) -> Set<String> {
    Set(open.contains(dimension) ? categories.map(LabelFolding.fold) : categories)
  }
}
