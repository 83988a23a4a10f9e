import Foundation

/// Says when the store was written by anybody, without asking: other programs share it.
package enum StoreWatcher {
  /// A transaction that changes something opens the journal beside the file, and closes it once it is on disk: that is listened for,
  /// since watching the file would tell of every page. Other files of the folder that are closed are heard as well.
  ///
  /// - Parameter path: The file of the store, or a link to it: the journal lies beside the file itself.
  package static func writes(to path: String) -> AsyncStream<Void> {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    return FileEvents.stream([(file.deletingLastPathComponent().path, .closes)])
  }
}
