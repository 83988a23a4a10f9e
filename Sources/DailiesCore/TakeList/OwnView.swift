/// What a list shows, kept by a person under a name.
package struct OwnView: Hashable, Codable, Sendable {
  package var name: String
  package var scope: TakeScope

  package init(name: String, scope: TakeScope) {
    self.name = name
    self.scope = scope
  }
}

/// What there is to choose from beside the views that are always there: one's own, and the shots.
package struct ViewsFound: Equatable, Sendable {
  package struct Own: Equatable, Sendable {
    package var view: OwnView
    /// Takes in it, or at least, where not all were looked for.
    package var total: Int
    package var isTotal: Bool

    package init(_ view: OwnView, total: Int, isTotal: Bool = true) {
      self.view = view
      self.total = total
      self.isTotal = isTotal
    }
  }

  package var judged: [Judgement: Int]
  package var own: [Own]
  /// By name; what belongs to no shot comes last.
  package var shots: [ShotCounts]

  package init(judged: [Judgement: Int] = [:], own: [Own] = [], shots: [ShotCounts] = []) {
    self.judged = judged
    self.own = own
    self.shots = shots
  }
}
