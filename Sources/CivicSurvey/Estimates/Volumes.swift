import SurveyDefinition

/// How many were served and asked, from the files beside the responses, for any domain of a report.
public struct Volumes: Sendable {
  let tables: [VolumeTable]
  private let filters: [CategoryFilter]
  private let range: PeriodRange?
  private let span: CountTable.Days?
  private let open: Set<String>
  /// Whether every row of every file says how many were asked: else participation is of those served, so
  /// that one column never mixes the two.
  public let areOfOffered: Bool

  /// The volumes of a scope; `nil` where its query names none.
  init?(_ scope: ReportScope) {
    guard !scope.query.volumes.isEmpty else { return nil }
    tables = scope.query.volumes.map { VolumeTable($0, scope) }
    let counting = tables.map(\.table).filter {
      $0.values.contains(.served) || $0.values.contains(.offered)
    }
    areOfOffered =
      !counting.isEmpty
      && counting.allSatisfy { table in
        table.values.firstIndex(of: .offered).map { place in
          table.rows.allSatisfy { $0.counts[place] != nil }
        } ?? false
      }
    filters = scope.query.filters
    range = scope.query.period
    if let first = scope.dates.firstDay, let last = scope.dates.lastDay {
      span = CountTable.Days(first: first, last: last)
    } else {
      span = nil
    }
    open = Set(scope.part.plan.dimensions.filter(\.isOpen).map(\.id))
  }

  /// Who took part where an estimate stands.
  public func participation(of estimate: Estimate) -> Participation {
    participation(in: estimate.domain, accepted: estimate.counts.accepted)
  }

  /// Who took part in a domain, under the query's conditions.
  ///
  /// - Parameter accepted: its accepted responses.
  func participation(in domain: Domain, accepted: Int) -> Participation {
    guard let (conditions, days) = conditions(of: domain) else {
      return Participation(
        accepted: accepted, served: nil, offered: nil, isOfOffered: areOfOffered)
    }
    func count(_ value: CountTable.Value) -> Int? {
      tables.lazy.compactMap {
        $0.count(value, where: conditions, in: days, of: span)
      }.first
    }
    return Participation(
      accepted: accepted, served: count(.served), offered: count(.offered),
      isOfOffered: areOfOffered)
  }

  /// What a domain admits; `nil` of what is no category, or lies in no period.
  private func conditions(
    of domain: Domain
  ) -> (conditions: [(dimension: String, keys: Set<String>)], days: CountTable.Days?)? {
    var conditions = filters.map { ($0.dimension, keys($0.categories, of: $0.dimension)) }
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
    return (conditions, days)
  }

  private func keys(_ categories: [String], of dimension: String) -> Set<String> {
    Set(open.contains(dimension) ? categories.map(LabelFolding.fold) : categories)
  }
}
