import DailiesCore
import Synchronization

/// Whether there is room for films: what is free on the disk of their folder, less what is to stay free, less what the
/// other transfers are still going to write there.
final class SpaceWatch: Sendable {
  private struct Claim {
    let folder: String
    let rest: Int64
  }

  private struct State {
    var reserve: Int64
    var claims: [Take.Number: Claim] = [:]
  }

  /// After the system refused to write, so much more must be free than it said then.
  private static let more: Int64 = 1_000_000
  /// No length that a server names is larger for the sums.
  private static let most: Int64 = 1 << 50

  private let freeSpace: @Sendable (String) -> Int64?
  private let state: Mutex<State>

  /// - Parameters:
  ///   - reserve: What is to stay free.
  ///   - freeSpace: Bytes free in a folder; nil when the system does not say: then there is room.
  init(reserve: DataSize?, freeSpace: @escaping @Sendable (String) -> Int64?) {
    self.freeSpace = freeSpace
    state = Mutex(State(reserve: reserve?.bytes ?? 0))
  }

  func reserve(_ size: DataSize?) { state.withLock { $0.reserve = size?.bytes ?? 0 } }

  /// Keeps room for the rest of a film, in place of what was kept for it before. May wait.
  ///
  /// - Parameter rest: Bytes that are still to come; 0: nobody knows.
  func claim(_ rest: Int64, for number: Take.Number, in folder: String) throws(SpaceLack) {
    guard let free = freeSpace(folder) else { return }
    let rest = min(rest, Self.most)
    let hasRoom = state.withLock { state in
      state.claims[number] = nil
      let others = state.claims.values.reduce(0) { $0 + ($1.folder == folder ? $1.rest : 0) }
      guard free - others - rest >= state.reserve else { return false }
      state.claims[number] = Claim(folder: folder, rest: rest)
      return true
    }
    if !hasRoom { throw SpaceLack(folder: folder, rest: rest, free: free) }
  }

  func release(_ number: Take.Number) { state.withLock { $0.claims[number] = nil } }

  /// Keeps room for a film that lacked it, once there is some. May wait.
  func claimAgain(_ lack: SpaceLack, for number: Take.Number) -> Bool {
    if lack.isFull, let free = freeSpace(lack.folder), free < lack.free + Self.more { return false }
    return (try? claim(lack.rest, for: number, in: lack.folder)) != nil
  }

  /// What a refusal of the system means; nil: something else.
  func lack(_ fault: FileFault, in folder: String) -> SpaceLack? {
    guard fault.code == SystemFile.noSpace else { return nil }
    return SpaceLack(folder: folder, rest: 0, free: freeSpace(folder) ?? 0, isFull: true)
  }
}
