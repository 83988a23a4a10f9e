package import DailiesCore
import GRDB

/// What the service said of one take, and what follows from it.
package struct TakeUpdate: Sendable {
  package let number: Take.Number
  package let answer: TakeAnswer?
  /// Returns false to leave the take as it is: it has moved on.
  package let body: @Sendable (inout Take) -> Bool

  package init(_ number: Take.Number, answer: TakeAnswer? = nil, _ body: @escaping @Sendable (inout Take) -> Bool) {
    self.number = number
    self.answer = answer
    self.body = body
  }
}

extension Store {
  /// As `change` for each of them, in order, and all in one transaction: a disk writes ten changes as fast as one.
  ///
  /// - Returns: The takes that were changed, as they now stand, and the counts after it.
  package func change(
    all changes: [TakeUpdate], now: Timestamp
  ) async throws(StoreError) -> (takes: [Take.Number: Take], counts: TakeCounts) {
    let (owner, memo) = (owner, memo)
    return try await write { db in
      var takes: [Take.Number: Take] = [:]
      for change in changes {
        let take = try Self.change(
          change.number, answer: change.answer, owner: owner, now: now, db, memo: memo, change.body)
        if let take { takes[change.number] = take }
      }
      return (takes, try Self.counts(db))
    }
  }
}
