package import DailiesStore

/// What was asked for by name last, from one start to the next.
package enum RecentCommands {
  /// Under which the store keeps their names.
  static let key = "commands.recent"

  /// On the calling thread; nothing when there is nothing, or when it cannot be read.
  package static func remembered(in store: Store) -> [String] {
    (try? store.rememberedNow(key, as: [String].self)) ?? []
  }
}
