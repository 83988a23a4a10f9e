import NIOCore
import Testing
import VideosAPI

@testable import VideosHTTP

/// Films: streamed, resumable, followed to other hosts without the key.
@Suite struct ContentTests {
  private let film = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  private func filmAnswer(_ status: Int = 200, from start: Int = 0, headers: [String: String] = [:]) -> FaultServer.Step
  {
    .answer(status, Array(film[start...]), headers: headers, type: "video/mp4")
  }

  private func bytes(of answer: ContentAnswer) async throws(VideosError) -> [UInt8] {
    var bytes: [UInt8] = []
    for try await part in answer.body { bytes += part.readableBytesView }
    return bytes
  }

  @Test func theFilmComesAsItIsWithItsHeaders() async throws {
    let headers = ["etag": "\"e1\"", "last-modified": "Sun, 06 Nov 1994 08:49:37 GMT"]
    try await FaultServer.answering { _ in [filmAnswer(headers: headers)] }.run { server in
      try await withClient(server.base) { client in
        let answer = try await client.content("v=1")
        #expect(answer.status == 200)
        #expect(answer.contentLength == film.count)
        #expect(answer.contentType == "video/mp4")
        #expect(answer.etag == "\"e1\"")
        #expect(answer.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(answer.contentRange == nil)
        #expect(answer.contentEncoding == nil)
        let received = try await bytes(of: answer)
        #expect(received == film)
      }
      let request = try #require(server.requests.first)
      #expect(request.method == "GET")
      #expect(request.target == "/v1/videos/v%3D1/content")
      #expect(request.headers["accept-encoding"] == ["identity"])
      #expect(request.headers["authorization"] == ["Bearer \(testKey)"])
      #expect(request.headers["range"] == nil)
    }
  }

  @Test func aFilmThatComesCodedInSpiteOfAllIsNotUnpacked() async throws {
    let script: FaultServer.Script = { _ in [.answer(200, [1, 2, 3], headers: ["content-encoding": "gzip"])] }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in
        let answer = try await client.content("v1")
        #expect(answer.contentEncoding == "gzip")
        let received = try await bytes(of: answer)
        #expect(received == [1, 2, 3])
      }
    }
  }

  @Test func aPartIsAskedForWithItsValidator() async throws {
    let script: FaultServer.Script = { _ in
      [filmAnswer(206, from: 99_000, headers: ["content-range": "bytes 99000-99999/100000"])]
    }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in
        let answer = try await client.content("v1", range: .init(start: 99_000, ifRange: "\"e1\""))
        #expect(answer.status == 206)
        #expect(answer.contentRange == "bytes 99000-99999/100000")
        let received = try await bytes(of: answer)
        #expect(received == Array(film[99_000...]))
      }
      #expect(server.requests.first?.headers["range"] == ["bytes=99000-"])
      #expect(server.requests.first?.headers["if-range"] == ["\"e1\""])
    }
  }

  @Test func aRangeThatDoesNotExistIsAnAnswerToo() async throws {
    let script: FaultServer.Script = { _ in [.answer(416, "", headers: ["content-range": "bytes */100000"])] }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in
        let answer = try await client.content("v1", range: .init(start: 100_000))
        #expect(answer.status == 416)
        #expect(answer.contentRange == "bytes */100000")
      }
    }
  }

  @Test func aCutComesAfterTheBytesThatArrived() async throws {
    let head = Array("HTTP/1.1 200 OK\r\ncontent-length: \(film.count)\r\n\r\n".utf8)
    try await FaultServer.answering { _ in [.send(head + film[..<4096]), .close] }.run { server in
      try await withClient(server.base) { client in
        let answer = try await client.content("v1")
        var received: [UInt8] = []
        let error = await failure { () async throws(VideosError) in
          for try await part in answer.body { received += part.readableBytesView }
        }
        #expect(error?.code == .connectionCut)
        #expect(error?.stage == .answerLost)
        #expect(received == Array(film[..<4096]))
      }
    }
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\nabc"])
  func silenceIsGivenUpAfterItsLimit(_ start: String) async throws {
    try await FaultServer.answering { _ in [.text(start), .hold] }.run { server in
      try await withClient(server.base, options: .with { $0.contentSilenceLimit = .milliseconds(150) }) { client in
        let error = await failure { () async throws(VideosError) in
          _ = try await bytes(of: try await client.content("v1"))
        }
        #expect(error?.code == .timedOut)
      }
    }
  }

  @Test func aReaderWhoTakesNothingHoldsTheServerBack() async throws {
    let length = 64 * 1024 * 1024
    let head = Array("HTTP/1.1 200 OK\r\ncontent-length: \(length)\r\n\r\n".utf8)
    let script: FaultServer.Script = { request in
      request.target.hasSuffix("content")
        ? [.send(head + [UInt8](repeating: 7, count: length))] : [.answer(200, #"{"id":"v","status":"done"}"#)]
    }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in
        let answer = try await client.content("v1")
        var body = answer.body.makeAsyncIterator()
        var received = try await body.next()?.readableBytes ?? 0
        // Whole exchanges beside it give the server all the time it could use.
        for _ in 0..<20 { _ = try await client.retrieve("v1") }
        #expect(server.bytesTaken < length / 2)
        while let part = try await body.next() { received += part.readableBytes }
        #expect(received == length)
      }
    }
  }

  @Test func lettingGoOfAFilmEndsItsConnection() async throws {
    let head = Array("HTTP/1.1 200 OK\r\ncontent-length: 64000000\r\n\r\n".utf8)
    try await FaultServer.answering { _ in [.send(head + [UInt8](repeating: 7, count: 64_000_000))] }.run { server in
      try await withClient(server.base) { client in
        for _ in 0..<3 {
          let answer = try await client.content("v1")
          #expect(answer.status == 200)
        }
      }
      #expect(server.connections == 3)
    }
  }

  @Test(arguments: [
    (404, #"{"error":{"message":"The video is not ready yet."}}"#, ErrorKind.notReady),
    (500, #"{"error":{"message":"No video data found in completed operation"}}"#, .withheld),
    (410, "", .expired), (404, #"{"error":{"message":"The content has expired."}}"#, .expired),
    (401, "", .keyRefused), (429, "", .rateLimited), (502, "<html>", .passing),
  ])
  func refusalsSayWhatIsTheMatter(_ status: Int, _ body: String, kind: ErrorKind) async throws {
    try await FaultServer.answering { _ in [.answer(status, body, headers: ["retry-after": "4"])] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfContent() }
      #expect(error?.kind == kind)
      #expect(error?.status == status)
      #expect(error?.retryAfter == .seconds(4))
      #expect(error?.isSafeToRepeat == true)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func theKeyStaysBehindWhenAFilmIsOnAnotherHost(_ status: Int) async throws {
    try await FaultServer.answering { _ in [filmAnswer()] }.run { other in
      let target = "http://localhost:\(other.port)/film.mp4?sig=1"
      try await FaultServer.answering { _ in [.answer(status, "", headers: ["location": target])] }.run { server in
        try await withClient(server.base) { client in
          let answer = try await client.content("v1", range: .init(start: 5))
          let received = try await bytes(of: answer)
          #expect(received == film)
        }
        #expect(server.requests.map { $0.headers["authorization"] } == [["Bearer \(testKey)"]])
        #expect(other.requests.map(\.target) == ["/film.mp4?sig=1"])
        #expect(other.requests.map(\.method) == ["GET"])
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
        #expect(other.requests.map { $0.headers["range"] } == [["bytes=5-"]])
        #expect(!"\(other.requests)".contains(testKey))
      }
    }
  }

  @Test func anotherPortOfTheSameHostIsAnotherOrigin() async throws {
    try await FaultServer.answering { _ in [filmAnswer()] }.run { other in
      try await FaultServer.answering { _ in [.answer(302, "", headers: ["location": "\(other.base)/f"])] }.run {
        server in
        try await withClient(server.base) { client in _ = try await bytes(of: try await client.content("v1")) }
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
      }
    }
  }

  @Test func theKeyGoesAlongWithinTheService() async throws {
    let script: FaultServer.Script = {
      $0.target == "/film" ? [filmAnswer()] : [.answer(302, "", headers: ["location": "/film"])]
    }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in _ = try await bytes(of: try await client.content("v1")) }
      #expect(server.requests.map { $0.headers["authorization"] } == [["Bearer \(testKey)"], ["Bearer \(testKey)"]])
    }
  }

  @Test func aCircleOfRedirectsIsNamed() async throws {
    let script: FaultServer.Script = { [.answer(302, "", headers: ["location": $0.target == "/b" ? "/a" : "/b"])] }
    try await FaultServer.answering(script).run { server in
      let error = try await withClient(server.base) { await $0.failureOfContent() }
      #expect(error?.code == .tooManyRedirects)
      #expect(error?.message == "127.0.0.1 sends the download round in a circle")
      #expect(server.requests.map(\.target) == ["/v1/videos/v1/content", "/b", "/a"])
    }
  }

  @Test func tenRedirectsAreFollowedAndNoMore() async throws {
    let script: FaultServer.Script = { [.answer(302, "", headers: ["location": $0.target + "x"])] }
    try await FaultServer.answering(script).run { server in
      let error = try await withClient(server.base) { await $0.failureOfContent() }
      #expect(error?.code == .tooManyRedirects)
      #expect(server.requests.count == 11)
    }
  }

  @Test(arguments: [
    "http://films.example/a.mp4", "ftp://films.example/a.mp4", "https://user:word@films.example/a.mp4", "https://",
  ])
  func anAddressThatIsNotSafeIsNotVisited(_ location: String) async throws {
    try await FaultServer.answering { _ in [.answer(302, "", headers: ["location": location])] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfContent() }
      let isExpected = if case .addressRefused? = error?.code { true } else { false }
      #expect(isExpected)
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: ["", " "])
  func aRedirectToNowhereIsNoAddress(_ location: String) async throws {
    try await FaultServer.answering { _ in [.answer(302, "", headers: ["location": location])] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfContent() }
      #expect(error?.code == .tooManyRedirects)
      #expect(error?.message == "127.0.0.1 sends the download on, and does not say where to")
    }
  }

  @Test func aFilmsOwnAddressGetsTheKeyOnlyWithinTheService() async throws {
    try await FaultServer.answering { _ in [filmAnswer()] }.run { other in
      try await FaultServer.answering { _ in [filmAnswer()] }.run { server in
        try await withClient(server.base) { client in
          for port in [other.port, server.port] {
            let answer = try await client.content(at: "http://127.0.0.1:\(port)/f.mp4")
            let received = try await bytes(of: answer)
            #expect(received == film)
          }
        }
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
        #expect(server.requests.map { $0.headers["authorization"] } == [["Bearer \(testKey)"]])
      }
    }
  }

  @Test func aServiceOverHTTPSDoesNotLeadToPlainHTTP() async throws {
    try await FaultServer.answering { _ in [filmAnswer()] }.run { other in
      try await withClient("https://films.example/v1", allowsPlainHTTP: true) { client in
        let error = await failure { () async throws(VideosError) in try await client.content(at: other.base + "/f") }
        #expect(error?.stage == .notSent)
        #expect(error?.code == .addressRefused(other.base + "/f"))
      }
      #expect(other.connections == 0)
    }
  }
}
