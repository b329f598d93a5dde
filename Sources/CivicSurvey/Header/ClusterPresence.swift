import SurveyDefinition

/// Whether the files of a run have the column of clusters, where the definition lets them lack it: all of
/// them, or none.
struct ClusterPresence {
  private let given: TabulationPlan
  private let areAbsent: Bool

  /// - Throws: ``RunError`` `header.clusters-in-some` where some files have the column and some not.
  init(_ files: [(name: String, columns: ResponsePlan)], _ plan: TabulationPlan) throws(RunError) {
    given = plan
    guard let design = plan.survey.design, design.areClustersOptional,
      plan.design?.isClustered == true
    else {
      areAbsent = false
      return
    }
    let has = files.first { $0.columns.design?.cluster != nil }
    let lacks = files.first { $0.columns.design?.cluster == nil }
    if let has, let lacks {
      throw RunError(
        .data, worded: DesignCode.clustersInSome,
        ["name": design.clusters[0], "with": has.name, "without": lacks.name],
        at: Message.Place(file: lacks.name))
    }
    areAbsent = lacks != nil
  }

  /// Sees that a further header of a file has the column of clusters as its first one has it.
  ///
  /// - Throws: ``RunError`` `header.clusters-in-some`, at the header.
  static func check(
    _ columns: ResponsePlan, of plan: TabulationPlan, file: String, line: Int
  ) throws(RunError) {
    guard let design = plan.design, design.design.areClustersOptional,
      design.isClustered != (columns.design?.cluster != nil)
    else { return }
    let (above, here) = (file, "\(file):\(line)")
    throw RunError(
      .data, worded: DesignCode.clustersInSome,
      [
        "name": design.design.clusters[0], "with": design.isClustered ? above : here,
        "without": design.isClustered ? here : above,
      ], at: Message.Place(file: file, line: line))
  }

  /// The plan of what the files have.
  func plan() throws(RunError) -> TabulationPlan {
    areAbsent ? try given.withoutClusters() : given
  }

  /// What is said where there are none.
  var messages: [Message] {
    guard areAbsent, let design = given.survey.design else { return [] }
    return [Message(worded: DesignCode.noClusters, severity: .note, ["name": design.clusters[0]])]
  }
}
