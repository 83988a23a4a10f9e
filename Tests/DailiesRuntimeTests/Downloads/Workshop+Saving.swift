import DailiesCore
import DemoService
import Foundation
import VideosHTTP

@testable import DailiesRuntime

extension Workshop {
  /// Saves a take and gives what was told of it, its last word included.
  ///
  /// - Parameter free: Bytes free on the disk; nil: as it is.
  func save(
    _ take: Take, by client: VideosClient? = nil, on free: Int64? = nil, to folder: String? = nil,
    named template: String = "{take}-{words}",
    onUpdate: (Downloader, DownloadUpdate) async -> Void = { _, _ in }
  ) async -> [DownloadUpdate] {
    let client = client ?? self.client
    let space = free.map { free -> @Sendable (String) -> Int64? in { _ in free } }
    let downloader = Downloader(limit: 1, clock: clock.source, freeSpace: space) { _ in client }
    return await save([take], with: downloader, to: folder, named: template, onUpdate: onUpdate)
  }

  /// Saves takes and gives what was told of each, its last word included.
  func save(
    _ takes: [Take], with downloader: Downloader, to folder: String? = nil, named template: String = "{take}-{words}",
    onUpdate: (Downloader, DownloadUpdate) async -> Void = { _, _ in }
  ) async -> [DownloadUpdate] {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await downloader.run() }
      for take in takes { await downloader.save(take, to: folder ?? self.folder, named: template) }
      var updates: [DownloadUpdate] = []
      var open = takes.count
      for await update in downloader.updates.each {
        updates.append(update)
        await onUpdate(downloader, update)
        if update.isLast { open -= 1 }
        if open == 0 { break }
      }
      group.cancelAll()
      return updates
    }
  }

  /// Puts bytes where an earlier run would have left them.
  func lay(_ bytes: some Sequence<UInt8>, tag: String?, length: Int, for take: Take) throws {
    try write(Array(bytes), to: "\(LocalCase.name).part")
    let record = PartialRecord(take: take, address: nil, etag: tag, length: Int64(length))
    try record.write("\(folder)/\(LocalCase.name).part.json")
  }

  /// Whether a file of the folder begins with these bytes.
  func keeps(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isEmpty || files.contains { (try? self.bytes(of: $0).starts(with: bytes)) == true }
  }

  /// The fault with the service's port and the take's id in its addresses.
  func placed(_ fault: Fault, _ take: Take) -> Fault {
    guard case .redirect(let address, let status) = fault else { return fault }
    let id = take.videoID?.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return .redirect(
      to: address.replacing("{port}", with: "\(server.port ?? 0)").replacing("{id}", with: id), status: status)
  }
}

extension DownloadUpdate {
  var isLast: Bool {
    switch self {
    case .finished, .failed, .gone, .cancelled: true
    case .started, .progressed, .waiting, .lacksSpace, .hasSpace: false
    }
  }

  var isFinished: Bool { path != nil }

  var path: String? {
    if case .finished(_, let path, _, _) = self { path } else { nil }
  }
}

extension [DownloadUpdate] {
  /// Why tries failed that were followed by another one.
  var problems: [Problem] {
    compactMap { if case .waiting(_, let problem, _) = $0 { problem } else { nil } }
  }
}
