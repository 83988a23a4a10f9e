import VideosAPI
import VideosHTTP

let testKey = "test-key-0123456789"

let testRequest = CreateVideoRequest(
  model: "veo-3.1-fast-generate-001", prompt: "纸船 a paper boat", seconds: 8, size: VideoSize(width: 1280, height: 720))

extension VideosClient.Options {
  static func with(_ change: (inout Self) -> Void) -> Self {
    var options = Self()
    options.connectLimit = .seconds(5)
    change(&options)
    return options
  }
}

/// Runs `body` with a client for `base`, and closes its connections after it.
func withClient<Result>(
  _ base: String, key: String? = testKey, allowsPlainHTTP: Bool = false,
  options: VideosClient.Options = .with { _ in }, _ body: (VideosClient) async throws -> Result
) async throws -> Result {
  var options = options
  options.allowsPlainHTTP = allowsPlainHTTP
  let client = VideosClient(
    address: try ServiceAddress(base, allowsPlainHTTP: allowsPlainHTTP), key: try key.map { try APIKey($0) },
    options: options)
  do {
    let result = try await body(client)
    await client.shutdown()
    return result
  } catch {
    await client.shutdown()
    throw error
  }
}

/// The error of a call that has to fail.
func failure<Success>(of call: () async throws(VideosError) -> Success) async -> VideosError? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error
  }
}

extension VideosClient {
  /// The error of a create that has to fail.
  func failureOfCreate(_ request: CreateVideoRequest = testRequest) async -> VideosError? {
    await failure { () async throws(VideosError) in try await create(request) }
  }

  /// The error of a state query that has to fail.
  func failureOfRetrieve(_ id: Video.ID = "v1") async -> VideosError? {
    await failure { () async throws(VideosError) in try await retrieve(id) }
  }

  /// The error of a transfer that has to fail before its first byte.
  func failureOfContent(_ id: Video.ID = "v1") async -> VideosError? {
    await failure { () async throws(VideosError) in try await content(id) }
  }
}
