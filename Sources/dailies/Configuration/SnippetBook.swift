import DailiesCore
import DailiesRuntime
import Synchronization

/// The snippets as they were last read: the files are read anew only when they have changed.
final class SnippetBook: Sendable {
  private struct Known {
    var stamps: FileStamps
    var library: SnippetLibrary
  }

  private let files: SnippetFiles
  private let known = Mutex<Known?>(nil)

  init(_ files: SnippetFiles) { self.files = files }

  /// What there is now. What is wrong with a file is told once for each change of the files.
  func load() async -> Action {
    (try? await FileWork.run { [self] in loadNow() }) ?? .snippetsLoaded(SnippetLibrary(), warnings: [])
  }

  /// As `load`, on the calling thread.
  func loadNow() -> Action {
    let stamps = files.stamps
    if let library = known.withLock({ $0?.stamps == stamps ? $0?.library : nil }) {
      return .snippetsLoaded(library, warnings: [])
    }
    let (library, warnings) = files.read()
    known.withLock { $0 = Known(stamps: stamps, library: library) }
    return .snippetsLoaded(library, warnings: warnings)
  }
}
