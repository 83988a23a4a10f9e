import DailiesCore
import DailiesRuntime
import DemoService
import Foundation
import Synchronization
import TerminalCanvas
import VideosHTTP

/// What stays when a scripted program ends and is opened again: its folder, the service, the clock.
final class ScriptWorld: Sendable {
  /// What people see in place of the temporary folder; as long as its path.
  static let shownFolder = "/home/ada/Videos"
  /// The only key that the service accepts.
  private static let rightKey = "right"
  /// An address where nothing listens.
  private static let deadBaseURL = "http://127.0.0.1:1/v1"

  let clock: ManualClock
  let work: WorkCounter
  let serviceTime: ServiceTime
  let server: DemoServer
  let executor: CountingExecutor
  let disguise = Disguise()
  let prices: ScriptPrices
  /// Where films are saved; the store lies in a folder of its own inside.
  let folder: String
  let clips: String

  private struct Circumstances {
    var isOffline = false
    var apiKey: ScriptSetup.APIKeyChoice
    var settings: Settings
    var origins: [String: SettingOrigin] = [:]
  }

  private let circumstances: Mutex<Circumstances>

  /// 2025-11-12 11:00 UTC: the same day nearly everywhere, because names of films carry the local date.
  private static let start = Timestamp(seconds: 1_762_945_200)

  /// Plays `body` in a world of its own, which is gone afterwards.
  static func with<Result: Sendable>(
    _ setup: ScriptSetup, clips: String, _ body: @Sendable (ScriptWorld) async throws -> Result
  ) async throws -> Result {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clock = ManualClock(start: start)
    let work = WorkCounter()
    let serviceTime = ServiceTime(clock.source, counting: work)
    var configuration = DemoConfiguration(clipsDirectory: clips)
    configuration.key = rightKey
    configuration.isPaced = false
    configuration.time = serviceTime.demoTime
    return try await withDemoService(configuration) { server in
      try await body(
        ScriptWorld(
          clock: clock, work: work, serviceTime: serviceTime, server: server, folder: folder, clips: clips,
          setup: setup))
    }
  }

  private init(
    clock: ManualClock, work: WorkCounter, serviceTime: ServiceTime, server: DemoServer, folder: String, clips: String,
    setup: ScriptSetup
  ) {
    self.clock = clock
    self.work = work
    self.serviceTime = serviceTime
    self.server = server
    self.folder = folder
    self.clips = clips
    self.prices = ScriptPrices(setup.prices)
    executor = CountingExecutor(counting: work)
    circumstances = Mutex(Circumstances(apiKey: setup.apiKey, settings: setup.settings))
    disguise.replace(folder, by: Self.shownFolder)
  }

  /// A new folder whose path is as long as that which is shown in its place, wherever the system keeps such folders.
  private static func temporaryFolder() throws -> String {
    while true {
      let path = "/tmp/dl-" + String(Int.random(in: 10_000_000..<100_000_000))
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        return path
      } catch CocoaError.fileWriteFileExists {
        continue
      }
    }
  }

  var stateFolder: String { folder + "/.state" }

  var apiKey: ScriptSetup.APIKeyChoice {
    get { circumstances.withLock(\.apiKey) }
    set { circumstances.withLock { $0.apiKey = newValue } }
  }

  var isOffline: Bool {
    get { circumstances.withLock(\.isOffline) }
    set { circumstances.withLock { $0.isOffline = newValue } }
  }

  var settings: Settings { circumstances.withLock(\.settings) }
  var origins: [String: SettingOrigin] { circumstances.withLock(\.origins) }

  /// Keeps a changed setting, as the program keeps it in its file.
  func keep(_ change: SettingChange) {
    circumstances.withLock { now in
      let name = change.path.joined(separator: ".")
      guard let value = change.value ?? now.settings.standardValue(of: change.path) else { return }
      _ = now.settings.assign(change.path, value)
      now.origins[name] = change.value.map { _ in .file(path: "/" + SettingOrigin.writtenFile, line: nil) }
    }
  }

  /// The key typed in the set-up.
  func takeKey(_ typed: String) {
    apiKey = typed.isEmpty ? .none : typed == Self.rightKey ? .right : .wrong
  }

  /// The client for whatever service a take belongs to: there is but one here.
  func client() -> VideosClient? {
    let key: String
    switch apiKey {
    case .right: key = Self.rightKey
    case .wrong: key = "wrong"
    case .none: return nil
    }
    guard let address = try? ServiceAddress(isOffline ? Self.deadBaseURL : server.baseURL),
      let secret = try? APIKey(key)
    else { return nil }
    return VideosClient(address: address, key: secret)
  }

  /// Moves the clock.
  func advance(by duration: Duration) {
    serviceTime.resume(until: clock.elapsed + duration)
    clock.advance(by: duration)
  }

  /// Ids are different at each run: their ends, which is what screens show, become those of numbers.
  func disguiseIDs() {
    for (index, id) in server.counts.acceptedIDs.enumerated() {
      let digits = String(index + 1)
      let number = String(repeating: "0", count: max(0, 21 - digits.count)) + digits
      let end = Data(number.utf8).base64EncodedString()
      disguise.replace(String(id.suffix(end.count)), by: end)
      disguise.replace("…" + id.suffix(8), by: "…" + end.suffix(8))
    }
  }

  /// The names of the files in the folder of films, without the data that lie beside a film.
  var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let data = names.filter { $0.hasSuffix(".mp4") }.map { String($0.dropLast(4)) + ".json" }
    return names.filter { !$0.hasPrefix(".") && !data.contains($0) }.sorted()
  }

  func isFilm(_ name: String, equalTo clip: String) -> Bool {
    guard let film = FileManager.default.contents(atPath: folder + "/" + name) else { return false }
    return film == FileManager.default.contents(atPath: "\(clips)/\(clip).mp4")
  }
}
