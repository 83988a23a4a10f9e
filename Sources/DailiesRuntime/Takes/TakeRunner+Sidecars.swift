import DailiesCore
import Logging

/// What lies beside saved films follows what a person says of them.
extension TakeRunner {
  /// Has the sidecars of takes written anew that were changed, behind everything else. Where there is none, or a file of
  /// somebody else, nothing is written; what still waits when the program ends stays as it was until the next change.
  func retell(_ takes: [Take]) {
    guard options.writesSidecars else { return }
    let saved = takes.filter { $0.phase == .saved && $0.filePath != nil }
    guard !saved.isEmpty else { return }
    work.begin()
    retold.continuation.yield(saved)
  }

  /// One file after the other: thousands of marked takes hold nothing up.
  func followWords() async {
    for await takes in retold.stream {
      for take in takes where !Task.isCancelled {
        guard let film = take.filePath else { continue }
        let sidecar = Sidecar(take)
        do {
          try await FileWork.run { try sidecar.rewrite(beside: film) }
        } catch {
          // The take has its words all the same.
          logger.error("\(take.number): \(error)")
        }
      }
      work.end()
    }
  }
}
