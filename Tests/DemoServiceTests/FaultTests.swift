import AsyncHTTPClient
import Foundation
import NIOCore
import Synchronization
import Testing
import VideosAPI

@testable import DemoService

struct FaultTests {
  @Test func faultsAreTakenInOrderOneARequestAndEachOperationHasItsOwn() async throws {
    try await withLoopback(faults: FaultPlan(create: [.status(503), .pass, .status(502)])) { loopback, _ in
      try await loopback.expectModels()
      var statuses: [Int] = []
      for _ in 0..<4 { statuses.append(try await loopback.create().status) }
      #expect(statuses == [503, 200, 502, 200])
      #expect(loopback.server.counts.createsReceived == 4)
      #expect(loopback.server.counts.createsAccepted == 2)
    }
  }

  @Test func aPlanMayChangeWhileTheServiceRuns() async throws {
    try await withLoopback { loopback, _ in
      try await loopback.expectModels()
      loopback.server.faults.withLock { plan in
        plan.always[.models] = .status(500)
        plan.add(.status(418), to: .models)
      }
      try await loopback.expectModels(418)
      try await loopback.expectModels(500)
      try await loopback.expectModels(500)
    }
  }

  @Test func aStatusCarriesItsBodyAndHeaders() async throws {
    let fault = Fault.status(429, body: "<p>slow", headers: ["retry-after": "7", "content-type": "text/html"])
    try await withLoopback(faults: FaultPlan(state: [fault])) { loopback, _ in
      let answer = try await loopback.state("x")
      #expect(answer.status == 429)
      #expect(answer.headers["retry-after"] == "7")
      #expect(answer.headers["content-type"] == "text/html")
      #expect(String(decoding: answer.body, as: UTF8.self) == "<p>slow")
    }
  }

  @Test func headersComeWithTheUsualAnswer() async throws {
    try await withLoopback(faults: FaultPlan(state: [.headers(["openai-poll-after-ms": "9000"])])) { loopback, _ in
      let answer = try await loopback.state(loopback.create().id)
      #expect(answer.status == 200)
      #expect(answer.headers["openai-poll-after-ms"] == "9000")
      #expect(answer.headers["content-type"] == "application/json")
    }
  }

  @Test func aRedirectNamesItsAddress() async throws {
    try await withLoopback(faults: FaultPlan(content: [.redirect(to: "http://127.0.0.1:9/x", status: 302)])) {
      loopback, _ in
      let answer = try await loopback.content("x")
      #expect(answer.status == 302)
      #expect(answer.headers["location"] == "http://127.0.0.1:9/x")
    }
  }

  @Test func aDelayWaitsByTheServicesClockAndThenAnswers() async throws {
    try await withLoopback(faults: FaultPlan(models: [.delay(.seconds(30))])) { loopback, time in
      try await loopback.expectModels()
      #expect(time.waits == [.seconds(30)])
    }
  }

  @Test func aHungUpCreateIsNotAccepted() async throws {
    try await withLoopback(faults: FaultPlan(create: [.hangUp])) { loopback, _ in
      await #expect(throws: HTTPClientError.remoteConnectionClosed) { try await loopback.create() }
      #expect(loopback.server.counts.createsReceived == 1)
      #expect(loopback.server.counts.createsAccepted == 0)
    }
  }

  @Test func aLostAnswerHasDoneItsWork() async throws {
    try await withLoopback(faults: FaultPlan(create: [.loseAnswer])) { loopback, _ in
      await #expect(throws: HTTPClientError.remoteConnectionClosed) { try await loopback.create() }
      #expect(loopback.server.counts.createsAccepted == 1)
      loopback.server.faults.withLock { $0.add(.loseAnswer, to: .models) }
      let raw = try await RawAnswer(of: loopback.server, to: "GET /v1/models")
      #expect(raw.bytes.isEmpty)
      let second = try await loopback.create()
      #expect(second.status == 200)
    }
  }

  @Test(arguments: [0, 1, 4096, 98_000])
  func aCutComesAfterExactlySoManyBytes(count: Int) async throws {
    try await withFilm(faults: FaultPlan(content: [.cutAfter(bytes: count)])) { loopback, id, film in
      let answer = try await RawAnswer(of: loopback.server, to: "GET /v1/videos/\(id)/content")
      #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.head.lowercased().contains("\r\ncontent-length: \(film.count)\r\n"))
      #expect(answer.body.count == count)
      #expect(answer.body == Array(film[..<count]))
      let second = try await loopback.content(id)
      #expect(second.body == film)
    }
  }

  @Test func aCutCountsFromThePartThatWasAskedFor() async throws {
    try await withFilm(faults: FaultPlan(content: [.cutAfter(bytes: 10)])) { loopback, id, film in
      let answer = try await loopback.content(id, headers: ["range": "bytes=100-"])
      #expect(answer.status == 206)
      #expect(answer.body == Array(film[100..<110]))
    }
  }

  @Test func aMalformedBodyIsCompleteByItsLengthAndNoJSON() async throws {
    try await withLoopback(faults: FaultPlan(create: [.malformedBody])) { loopback, _ in
      let answer = try await loopback.create()
      #expect(answer.status == 200)
      #expect(answer.failure == nil)
      #expect(!answer.body.isEmpty)
      #expect(answer.json == nil)
    }
  }

  @Test(arguments: [10, -10])
  func aWrongLengthIsNotThatOfTheFilmWhichComesWhole(difference: Int) async throws {
    try await withFilm(faults: FaultPlan(content: [.wrongLength(difference)])) { loopback, id, film in
      let answer = try await RawAnswer(of: loopback.server, to: "GET /v1/videos/\(id)/content")
      #expect(answer.head.lowercased().contains("\r\ncontent-length: \(film.count + difference)\r\n"))
      #expect(answer.body.count == film.count)
      #expect(answer.body == film)
    }
  }

  @Test func withoutALengthTheFilmComesInChunks() async throws {
    try await withFilm(faults: FaultPlan(content: [.noLength])) { loopback, id, film in
      let answer = try await loopback.content(id)
      #expect(answer.headers["content-length"] == nil)
      #expect(answer.headers["transfer-encoding"] == "chunked")
      #expect(answer.body == film)
    }
  }

  @Test func silenceLastsUntilTheClientGoes() async throws {
    try await withLoopback(faults: FaultPlan(state: [.silence])) { loopback, _ in
      await #expect(throws: CancellationError.self) {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { _ = try await loopback.state("x") }
          while loopback.server.counts.stateQueries == 0 { await Task.yield() }
          group.cancelAll()
          try await group.waitForAll()
        }
      }
      try await loopback.expectModels()
    }
  }

  @Test func aServiceStopsThoughARequestIsInSilence() async throws {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    var configuration = DemoConfiguration(clipsDirectory: Folders.clips)
    configuration.faults.always[.state] = .silence
    await withTaskGroup(of: Void.self) { group in
      let (ports, bound) = AsyncStream.makeStream(of: DemoServer.self)
      group.addTask { [configuration] in
        try? await withDemoService(configuration) { server in
          bound.yield(server)
          while server.counts.stateQueries == 0 { await Task.yield() }
        }
        bound.finish()
      }
      for await server in ports {
        let request = HTTPClientRequest(url: server.baseURL + "/videos/x")
        await #expect(throws: (any Error).self) { try await client.execute(request, timeout: .seconds(60)) }
      }
    }
    try await client.shutdown()
  }

  @Test func anErrorMayComeAsAFilm() async throws {
    try await withFilm(faults: FaultPlan(content: [.errorAsFilm])) { loopback, id, _ in
      let answer = try await loopback.content(id)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "video/mp4")
      #expect(try answer.json == Fixture.json("content-200-error-as-mp4-litellm-1.82"))
    }
  }

  @Test func aTruncatedFilmSaysNothingOfIt() async throws {
    try await withFilm(faults: FaultPlan(content: [.truncatedFilm])) { loopback, id, film in
      let answer = try await loopback.content(id)
      #expect(answer.failure == nil)
      #expect(answer.body == Array(film[..<(film.count / 2)]))
      #expect(throws: MovieFacts.Broken.self) { try MovieFacts(answer.body) }
    }
  }

  @Test func aCodedFilmIsTheFilmOnceDecoded() async throws {
    try await withFilm(faults: FaultPlan(content: [.gzip])) { loopback, id, film in
      let coded = try await loopback.content(id)
      #expect(coded.headers["content-encoding"] == "gzip")
      #expect(coded.headers["content-length"] == "\(coded.body.count)")
      #expect(coded.body == gzipped(film))
      #expect(try stored(coded.body) == film)
    }
  }

  @Test func aCodedFileEndsWithTheCheckThatItsStandardDemands() {
    // The check value of this CRC for these nine digits is widely published.
    #expect(Array(gzipped(Array("123456789".utf8)).suffix(8)) == [0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0])
  }

  /// What the stored blocks of a gzip file hold.
  private func stored(_ coded: [UInt8]) throws -> [UInt8] {
    try #require(Array(coded.prefix(4)) == [0x1F, 0x8B, 8, 0])
    var place = 10
    var bytes: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = coded[place] == 1
      let length = Int(coded[place + 1]) | Int(coded[place + 2]) << 8
      try #require(coded[place + 1] ^ coded[place + 3] == 0xFF && coded[place + 2] ^ coded[place + 4] == 0xFF)
      bytes += coded[place + 5..<place + 5 + length]
      place += 5 + length
    }
    try #require(place + 8 == coded.count)
    return bytes
  }

  @Test func aDripComesInPiecesWithWaitsBetween() async throws {
    try await withLoopback(faults: FaultPlan(content: [.drip(bytes: 10_000, every: .seconds(9))])) { loopback, time in
      let id = try await loopback.create().id
      time.advance(by: 40)
      let film = try Folders.clip("1280x720-4s.mp4")
      #expect(try await loopback.content(id).body == film)
      #expect(time.waits == Array(repeating: .seconds(9), count: (film.count - 1) / 10_000))
    }
  }

  @Test func aRangeMayBeIgnoredForGood() async throws {
    try await withFilm(faults: FaultPlan(always: [.content: .ignoreRange])) { loopback, id, film in
      for _ in 0..<2 {
        let answer = try await loopback.content(id, headers: ["range": "bytes=50-"])
        #expect(answer.status == 200)
        #expect(answer.body == film)
      }
    }
  }

  @Test func aWrongContentRangeIsAnotherPartThanWasAskedFor() async throws {
    try await withFilm(faults: FaultPlan(content: [.wrongContentRange])) { loopback, id, film in
      let answer = try await loopback.content(id, headers: ["range": "bytes=1000-"])
      #expect(answer.status == 206)
      #expect(answer.headers["content-range"] == "bytes 500-\(film.count - 1)/\(film.count)")
      #expect(answer.body == Array(film[500...]))
    }
  }

  @Test func aChangedTagMakesTheWholeFilmCome() async throws {
    try await withFilm(faults: FaultPlan(content: [.pass, .changedETag, .noETag])) { loopback, id, film in
      let tag = try #require(try await loopback.content(id).headers["etag"])
      let answer = try await loopback.content(id, headers: ["range": "bytes=50-", "if-range": tag])
      #expect(answer.status == 200)
      #expect(answer.body == film)
      #expect(answer.headers["etag"] != tag)
      #expect(try await loopback.content(id).headers["etag"] == nil)
    }
  }
}
