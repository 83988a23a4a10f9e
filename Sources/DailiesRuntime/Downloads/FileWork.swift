import NIOPosix

/// Runs file operations on threads that may wait, never on those that serve tasks or sockets.
///
/// A cancelled task still gets its work done: bytes that arrived are written and files are closed.
package enum FileWork {
  package static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      NIOThreadPool.singleton.submit { _ in continuation.resume(with: Result(catching: body)) }
    }
  }
}
