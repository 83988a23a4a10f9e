import DailiesCore
import DemoService
import Foundation
import NIOCore
import Synchronization
import VideosAPI
import VideosHTTP

@testable import DailiesRuntime

/// A demo service with a clock of its own, a client of it, and an empty folder, for the length of one test.
struct Workshop: Sendable {
  static let key = "sk-test-0123456789"

  let server: DemoServer
  let client: VideosClient
  let serviceClock: ServiceClock
  let folder: String
  /// The program's clock: whoever waits for a time gets there at once.
  let clock = ImpatientClock()

  var service: Take.Service { Take.Service(profile: "demo", baseURL: server.baseURL) }

  static func with(
    _ change: (inout DemoConfiguration) -> Void = { _ in }, _ body: @Sendable (Workshop) async throws -> Void
  ) async throws {
    let clips = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../assets/clips")
    var configuration = DemoConfiguration(clipsDirectory: clips.standardizedFileURL.path)
    let serviceClock = ServiceClock()
    configuration.key = key
    configuration.isPaced = false
    configuration.time = serviceClock.time
    change(&configuration)
    let folder = FileManager.default.temporaryDirectory.appending(path: "dailies-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await withDemoService(configuration) { server in
      let client = VideosClient(address: try ServiceAddress(server.baseURL), key: try APIKey(key))
      let workshop = Workshop(
        server: server, client: client, serviceClock: serviceClock, folder: folder.appending(path: "films").path)
      let result: Result<Void, any Error>
      do { result = .success(try await body(workshop)) } catch { result = .failure(error) }
      await client.shutdown()
      await workshop.letEveryConnectionBeServed()
      try result.get()
    }
  }

  /// The server traps when it is cancelled while a connection is accepted but not served yet. They are served in order, so
  /// that once one more was, none is left over.
  private func letEveryConnectionBeServed() async {
    guard let address = try? ServiceAddress(server.baseURL) else { return }
    let last = VideosClient(address: address, key: try? APIKey(Self.key))
    _ = try? await last.models()
    await last.shutdown()
  }

  /// Orders a take, as the program would have it afterwards.
  func order(
    _ number: Int, prompt: String = "A paper boat on a canal", model: String = "sora-2",
    size: VideoSize = VideoSize(width: 1280, height: 720)
  ) async throws -> Take {
    let created = try await client.create(
      CreateVideoRequest(model: model, prompt: prompt, seconds: 4, size: size))
    var take = Take(
      number: Take.Number(number), order: Order(model: model, prompt: prompt, seconds: 4, size: size), service: service,
      phase: .queued, recorded: Timestamp(seconds: 1_760_000_000))
    take.videoID = created.video.id
    take.accepted = clock.source.now()
    return take
  }

  /// Orders a take and lets the service finish it.
  func readyTake(
    _ number: Int, prompt: String = "A paper boat on a canal", model: String = "sora-2",
    size: VideoSize = VideoSize(width: 1280, height: 720)
  ) async throws -> Take {
    var take = try await order(number, prompt: prompt, model: model, size: size)
    serviceClock.advance(by: 300)
    take.phase = .ready
    return take
  }

  /// The bytes that the service has for a take.
  func film(of take: Take) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await part in try await client.content(take.videoID ?? "").body { bytes += part.readableBytesView }
    return bytes
  }

  /// Whether a file is byte for byte the film of a take.
  func holds(_ name: String, the take: Take) async throws -> Bool {
    let film = try await film(of: take)
    return try bytes(of: name) == film
  }

  var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

  /// Length of a file in the folder; 0 when it is not there.
  func length(of name: String) -> Int { (try? bytes(of: name).count) ?? 0 }

  func bytes(of name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: "\(folder)/\(name)"))) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
  }
}

/// The demo service's time: stands still until a test moves it; its own waits pass at once.
final class ServiceClock: Sendable {
  private let now = Mutex(Date(timeIntervalSince1970: 1_795_397_969))

  func advance(by seconds: Double) { now.withLock { $0.addTimeInterval(seconds) } }

  var time: DemoTime {
    DemoTime(now: { self.now.withLock { $0 } }, sleep: { _ in try Task.checkCancellation() })
  }
}

/// A clock on which nobody waits: whoever sleeps moves it to the time they sleep until, and goes on.
final class ImpatientClock: Sendable {
  private let elapsed = Mutex(Duration.zero)
  private let start = Timestamp(seconds: 1_760_000_000)

  var source: ClockSource {
    ClockSource(
      elapsed: { self.elapsed.withLock { $0 } },
      sleep: { until in
        try Task.checkCancellation()
        self.elapsed.withLock { $0 = max($0, until) }
      },
      now: { self.start + self.elapsed.withLock { $0 } })
  }
}
