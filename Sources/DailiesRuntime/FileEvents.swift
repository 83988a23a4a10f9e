@preconcurrency import Dispatch  // sources are cancelled from any thread

#if canImport(Glibc)
  import Glibc
#endif

/// Says that something happened to files or folders, without asking; not what.
///
/// Source: inotify(7). Where there is no inotify the stream stays silent.
package enum FileEvents {
  /// What is listened for.
  package enum Kind: Sendable {
    /// In a folder a file is closed by one who could write to it.
    case closes
    /// In a folder files or folders are replaced, made or gone, or others may read them than before; a file that is being
    /// written counts when it is closed.
    case entries
  }

  /// - Parameter places: Absolute paths; those that are not there are passed over.
  package static func stream(_ places: [(path: String, kind: Kind)]) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      #if canImport(Glibc)
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return }
        let watched = places.filter { inotify_add_watch(descriptor, $0.path, mask(of: $0.kind)) >= 0 }
        guard !watched.isEmpty else {
          close(descriptor)
          return
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
        source.setEventHandler {
          empty(descriptor)
          continuation.yield()
        }
        source.setCancelHandler { close(descriptor) }
        continuation.onTermination = { _ in source.cancel() }
        source.activate()
      #endif
    }
  }

  #if canImport(Glibc)
    private static func mask(of kind: Kind) -> UInt32 {
      switch kind {
      case .closes: UInt32(IN_CLOSE_WRITE)
      case .entries:
        [IN_CLOSE_WRITE, IN_MOVED_TO, IN_MOVED_FROM, IN_CREATE, IN_DELETE, IN_ATTRIB].reduce(0) { $0 | UInt32($1) }
      }
    }

    /// What the events say does not matter: that there were some does.
    private static func empty(_ descriptor: CInt) {
      withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
        while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
      }
    }
  #endif
}
