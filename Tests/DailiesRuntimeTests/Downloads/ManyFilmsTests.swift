import DailiesCore
import DemoService
import Foundation
import NIOCore
import Testing
import VideosAPI

@testable import DailiesRuntime

struct ManyFilmsTests {
  @Test(.timeLimit(.minutes(20))) func twoHundredFilmsArriveCompleteEightAtATime() async throws {
    let length = 5_000_000
    try await Workshop.with {
      $0.filmByteCount = length
    } _: { workshop in
      var takes: [Take] = []
      for number in 1...200 { takes.append(try await workshop.readyTake(number)) }
      let sent = SyntheticFilm(byteCount: length, size: VideoSize(width: 1280, height: 720), seconds: 4)
      let film = Data(sent.bytes(0..<length).readableBytesView)
      let downloader = Downloader(limit: 8, clock: workshop.clock.source) { _ in workshop.client }
      var complete: Set<String> = []
      _ = await workshop.save(takes, with: downloader, named: "{take}") { _, update in
        guard let path = update.path, (try? Data(contentsOf: URL(filePath: path))) == film else { return }
        complete.insert(path)
        try? FileManager.default.removeItem(atPath: path)
      }
      #expect(complete.count == 200)
      #expect(workshop.files.isEmpty)
      #expect((2...8).contains(workshop.server.counts.greatestFilmsAtOnce))
    }
  }
}
