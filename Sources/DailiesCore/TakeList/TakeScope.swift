/// What a list shows, and in which order.
package struct TakeScope: Hashable, Codable, Sendable {
  package var view: TakeView
  /// Only takes of this shot; empty: those that belong to none; nil: whatever shot they are of.
  package var shot: String?
  /// Words that all stand in prompt, tags (with `#`), comment, number, id, file name or error, without regard to case; and
  /// `is:circled`, `is:unrated`, `is:no-good`, as `SearchWords` takes them apart.
  package var search: String
  package var sort: TakeSort

  package init(view: TakeView = .all, shot: String? = nil, search: String = "", sort: TakeSort = .newest) {
    self.view = view
    self.shot = shot
    self.search = search
    self.sort = sort
  }

  package func searching(_ words: String) -> TakeScope {
    var scope = self
    scope.search = words
    return scope
  }

  /// Nothing is left out that is not hidden.
  package var isWhole: Bool { view == .all && shot == nil && search.isEmpty }

  /// Whether a take belongs to it as far as view and shot go.
  package func contains(_ take: Take) -> Bool { view.contains(take) && (shot == nil || shot == take.shotName) }

  /// Whether a change of a take may have brought it in, taken it out, given it another place, or changed what a heading says.
  package func isMoved(by take: Take, from old: Take) -> Bool {
    // The headings of shots count all their takes, by state.
    if sort.key == .shot, TakeView(take) != TakeView(old) { return true }
    let isIn = contains(take)
    guard isIn == contains(old) else { return true }
    guard isIn else { return false }
    if !search.isEmpty, take.foundBy != old.foundBy || take.judgement != old.judgement { return true }
    return TakeKeys(take).value(of: sort.key) != TakeKeys(old).value(of: sort.key)
  }
}

extension Take {
  /// What a search looks through, as far as it changes.
  fileprivate var foundBy: [String?] {
    [videoID, filePath, problem?.detail, comment] + (tags ?? [])
  }
}
