/// How many takes a shot has in which view.
package struct ShotCounts: Hashable, Sendable {
  /// Empty: the takes that belong to no shot.
  package var shot: String
  /// The views that hold some of them, all but *all*.
  package var byView: [TakeView: Int]

  package init(shot: String, byView: [TakeView: Int] = [:]) {
    self.shot = shot
    self.byView = byView
  }

  package subscript(view: TakeView) -> Int {
    guard view == .all else { return byView[view, default: 0] }
    return byView.reduce(0) { $0 + ($1.key == .hidden ? 0 : $1.value) }
  }
}
