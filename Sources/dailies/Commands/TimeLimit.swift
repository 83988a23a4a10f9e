/// Runs `body`, at most for so many seconds (nil: without a limit); then it is cancelled and `otherwise` answers.
func withTimeLimit<Value: Sendable>(
  _ seconds: Int?, _ body: @escaping @Sendable () async throws -> Value,
  otherwise: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  guard let seconds else { return try await body() }
  return try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: .seconds(seconds))
      return nil
    }
    let first = try await group.next() ?? nil
    group.cancelAll()
    if let first { return first }
    return try await otherwise()
  }
}
