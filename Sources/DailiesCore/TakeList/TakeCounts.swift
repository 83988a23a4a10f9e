/// How many takes stand in which phase, hidden ones apart.
package struct TakeCounts: Hashable, Sendable {
  package var byPhase: [TakePhase: Int]
  package var hidden: Int

  package init(byPhase: [TakePhase: Int] = [:], hidden: Int = 0) {
    self.byPhase = byPhase
    self.hidden = hidden
  }

  /// Every take there is, whatever view shows it.
  var total: Int { byPhase.values.reduce(hidden, +) }

  package subscript(view: TakeView) -> Int {
    if view == .hidden { return hidden + byPhase[.dropped, default: 0] }
    return byPhase.reduce(0) { $0 + (view.contains(phase: $1.key, isHidden: false) ? $1.value : 0) }
  }
}
