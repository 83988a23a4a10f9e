/// Says when the store was written by anybody, without asking: other programs share it.
package enum StoreWatcher {
  /// Each transaction opens the journal beside the file and closes it once it is on disk: one event, where watching the file would
  /// tell of every page.
  ///
  /// - Parameter path: The file of the store.
  package static func writes(to path: String) -> AsyncStream<Void> {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return FileEvents.stream([(folder, .closes)])
  }
}
