import NIOCore
import Testing
import VideosAPI

@testable import VideosHTTP

/// A create costs money: one call sends one request, and its error says what may have become of it.
@Suite struct CreateTests {
  private let accepted = FaultServer.Step.answer(
    200, #"{"id":"video_1=","object":"video","status":"processing"}"#,
    headers: ["x-litellm-response-cost": "0.4", "openai-poll-after-ms": "2500"])

  /// The error of a create to a server that follows `script`, and how many requests the server saw.
  private func failedCreate(
    _ moment: FaultServer.Moment = .request, limit: Duration = .seconds(20), request: CreateVideoRequest = testRequest,
    _ script: @escaping FaultServer.Script
  ) async throws -> (error: VideosError, requests: Int, connections: Int) {
    try await FaultServer.answering(at: moment, script).run { server in
      try await withClient(server.base, options: .with { $0.createLimit = limit }) { client in
        let error = try #require(await client.failureOfCreate(request))
        // The client may have given up before the server has looked at what it was sent.
        if error.stage != .notSent { await server.waitForRequests(1) }
        return (error, server.requests.count, server.connections)
      }
    }
  }

  @Test func oneRequestGoesOutWithKeySizeAndSecondsAndTheAnswerIsRead() async throws {
    try await FaultServer.answering { _ in [accepted] }.run { server in
      let created = try await withClient(server.base + "//") { try await $0.create(testRequest) }
      #expect(created.video.id == "video_1=")
      #expect(created.video.status == .running)
      #expect(created.cost == 0.4)
      #expect(created.askAgainAfter == .milliseconds(2500))
      let request = try #require(server.requests.first)
      #expect(server.requests.count == 1)
      #expect(request.method == "POST")
      #expect(request.target == "/v1/videos")
      #expect(request.headers["authorization"] == ["Bearer \(testKey)"])
      #expect(request.headers["content-type"] == ["application/json"])
      #expect(request.headers["content-length"] == ["\(request.body.count)"])
      #expect(request.headers["transfer-encoding"] == nil)
      #expect(request.headers["connection"] == ["close"])
      let body = try JSONValue(reading: request.body)
      #expect(body["seconds"] == .text("8"))
      #expect(body["size"] == .text("1280x720"))
      #expect(body["prompt"] == .text("纸船 a paper boat"))
    }
  }

  @Test func eachCreateHasAConnectionOfItsOwn() async throws {
    try await FaultServer.answering { _ in [accepted] }.run { server in
      try await withClient(server.base) { client in
        _ = try await client.create(testRequest)
        _ = try await client.retrieve("v1")
        _ = try await client.create(testRequest)
      }
      #expect(server.requests.map(\.method) == ["POST", "GET", "POST"])
      #expect(server.connections == 3)
    }
  }

  @Test func aLargePictureArrivesWhole() async throws {
    var request = testRequest
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF] + (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    request.inputReference = .data(bytes: picture, mediaType: .jpeg)
    for encoding in ImageEncoding.allCases {
      let expected = request.encoded(pictureAs: encoding)
      try await FaultServer.answering { _ in [accepted] }.run { server in
        _ = try await withClient(server.base, options: .with { $0.pictureEncoding = encoding }) {
          try await $0.create(request)
        }
        #expect(server.requests.map(\.body) == [expected.bytes])
        #expect(server.requests.map { $0.header("content-type") } == [expected.mediaType])
        #expect(server.requests.map { $0.header("content-length") } == [String(expected.bytes.count)])
      }
    }
  }

  @Test func anAddressIsNotSentWherePicturesGoAsFiles() async throws {
    var request = testRequest
    request.inputReference = .address("https://a.example/b.png")
    try await FaultServer.answering { _ in [accepted] }.run { server in
      let error = try await withClient(server.base, options: .with { $0.pictureEncoding = .multipart }) {
        try #require(await $0.failureOfCreate(request))
      }
      #expect(error.code == .invalidRequest(.pictureAddressAsFile))
      #expect(CreateVerdict(error) == .refused)
      #expect(server.connections == 0)
    }
  }

  @Test func aFormThatWasPulledAndNotAnsweredIsUnsure() async throws {
    var request = testRequest
    request.inputReference = .data(bytes: [0xFF, 0xD8, 0xFF, 0xE0], mediaType: .jpeg)
    try await FaultServer.answering { _ in [.close] }.run { server in
      let error = try await withClient(server.base, options: .with { $0.pictureEncoding = .multipart }) {
        try #require(await $0.failureOfCreate(request))
      }
      #expect(error.stage == .answerLost)
      #expect(CreateVerdict(error) == .unsure)
    }
  }

  @Test func aRequestWithoutAKeyCarriesNoAuthorization() async throws {
    try await FaultServer.answering { _ in [accepted] }.run { server in
      _ = try await withClient(server.base, key: nil) { try await $0.create(testRequest) }
      #expect(server.requests.first?.headers["authorization"] == nil)
    }
  }

  @Test func aRefusedConnectionMeansThatNothingWasSent() async throws {
    let base = try await FaultServer.answering { _ in [] }.run { $0.base }
    let error = try await withClient(base) { try #require(await $0.failureOfCreate()) }
    #expect(error.stage == .notSent)
    #expect(error.code == .cannotConnect(host: "127.0.0.1"))
    #expect(error.message == "cannot connect to 127.0.0.1: connection refused")
    #expect(error.isSafeToRepeat)
    #expect(CreateVerdict(error) == .held(.notSent))
  }

  @Test func aNameThatNobodyHasMeansThatNothingWasSent() async throws {
    // A label of 64 characters is refused by the resolver itself: no name server is asked.
    let host = String(repeating: "a", count: 64) + ".example"
    let error = try await withClient("https://\(host)/v1") { try #require(await $0.failureOfCreate()) }
    #expect(error.stage == .notSent)
    #expect(error.code == .nameNotFound(host: host))
    #expect(error.message == "cannot find \(host)")
  }

  @Test func aServerWithoutTLSMeansThatNothingWasSent() async throws {
    try await FaultServer.answering(at: .bytes) { _ in [.text("HTTP/1.1 400 Bad Request\r\n\r\n"), .close] }.run {
      server in
      let error = try await withClient("https://localhost:\(server.port)/v1") { client in
        try #require(await client.failureOfCreate())
      }
      #expect(error.stage == .notSent)
      #expect(error.code == .encryptionFailed(host: "localhost"))
      #expect(error.message == "no trusted encrypted connection to localhost: it does not speak TLS")
      #expect(CreateVerdict(error) == .held(.notSent))
      #expect(server.requests.isEmpty)
    }
  }

  @Test func aServerThatDoesNotReturnTheGreetingMeansThatNothingWasSent() async throws {
    try await FaultServer.answering { _ in [.hold] }.run { server in
      let error = try await withClient(
        "https://localhost:\(server.port)/v1", options: .with { $0.connectLimit = .milliseconds(150) }
      ) { client in
        try #require(await client.failureOfCreate())
      }
      #expect(error.stage == .notSent)
      #expect(CreateVerdict(error) == .held(.notSent))
      #expect(server.requests.isEmpty)
    }
  }

  @Test func aCertificateThatNobodyVouchesForMeansThatNothingWasSent() async throws {
    try await FaultServer.answering(tls: selfSignedTLS()) { _ in [accepted] }.run { server in
      let error = try await withClient("https://localhost:\(server.port)/v1") { client in
        try #require(await client.failureOfCreate())
      }
      #expect(error.stage == .notSent)
      #expect(error.code == .encryptionFailed(host: "localhost"))
      #expect(error.message.contains("certificate is not trusted"))
      #expect(server.requests.isEmpty)
    }
  }

  @Test func aConnectionCutAfterTheRequestLeavesTheOutcomeOpen() async throws {
    let (error, requests, connections) = try await failedCreate { _ in [.close] }
    #expect(error.stage == .answerLost)
    #expect(error.code == .connectionCut)
    #expect(!error.isSafeToRepeat)
    #expect(CreateVerdict(error) == .unsure)
    #expect(requests == 1)
    #expect(connections == 1)
  }

  @Test(arguments: [
    "HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\ncontent-le", "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{\"id\":\"v",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"id\"",
  ])
  func anAnswerCutInTheMiddleLeavesTheOutcomeOpen(_ start: String) async throws {
    let (error, requests, connections) = try await failedCreate { _ in [.text(start), .close] }
    #expect(error.stage == .answerLost)
    #expect(CreateVerdict(error) == .unsure)
    #expect(requests == 1)
    #expect(connections == 1)
  }

  @Test func anAnswerThatIsNoHTTPLeavesTheOutcomeOpen() async throws {
    let (error, requests, _) = try await failedCreate { _ in [.text("SSH-2.0-x\r\n\r\n")] }
    #expect(error.stage == .answerLost)
    #expect(error.code == .unreadableAnswer)
    #expect(CreateVerdict(error) == .unsure)
    #expect(requests == 1)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{\"id\":\"v"])
  func silenceLeavesTheOutcomeOpen(_ start: String) async throws {
    let (error, requests, connections) = try await failedCreate(limit: .milliseconds(150)) { _ in
      [.text(start), .hold]
    }
    #expect(error.stage == .answerLost)
    #expect(error.code == .timedOut)
    #expect(CreateVerdict(error) == .unsure)
    #expect(requests == 1)
    #expect(connections == 1)
  }

  @Test(arguments: [
    (#"{"object":"video"}"#, VideosError.Code.noID), (#"{"error":{"message":"oops sk-abcdefgh"}}"#, .noID),
    ("<html>ok</html>", .unreadableAnswer), ("", .unreadableAnswer), (#"{"id":"#, .unreadableAnswer),
    (String(repeating: "[", count: 200_000), .unreadableAnswer),
  ])
  func aSuccessThatNamesNoVideoLeavesTheOutcomeOpenAndIsKept(_ body: String, code: VideosError.Code) async throws {
    let (error, requests, _) = try await failedCreate { _ in [.answer(200, body)] }
    #expect(error.stage == .answered(status: 200))
    #expect(error.code == code)
    #expect(CreateVerdict(error) == .unsure)
    #expect(error.raw.hasPrefix(String(body.prefix(12))))
    #expect(!error.raw.contains("abcdefgh"))
    #expect(requests == 1)
  }

  @Test func aSuccessOfMoreThanEightMegabytesLeavesTheOutcomeOpen() async throws {
    let body = #"{"id":"v","x":""# + String(repeating: "a", count: JSONLimits.bytes) + #""}"#
    let (error, _, _) = try await failedCreate { _ in [.answer(200, body)] }
    #expect(error.code == .unreadableAnswer)
    #expect(CreateVerdict(error) == .unsure)
    #expect(error.raw.utf8.count <= 8 * 1024 + 3)
  }

  @Test(arguments: [
    (400, CreateVerdict.refused), (404, .refused), (405, .refused), (413, .refused), (422, .refused),
    (401, .held(.keyRefused)), (403, .held(.keyRefused)), (402, .held(.balanceUsedUp)), (407, .held(.proxyRefused)),
    (301, .held(.moved)), (302, .held(.moved)), (303, .held(.moved)), (307, .held(.moved)), (308, .held(.moved)),
    (429, .slowedDown(wait: .seconds(7))),
    (408, .unsure), (409, .unsure), (425, .unsure), (500, .unsure), (502, .unsure), (503, .unsure), (504, .unsure),
    (599, .unsure),
  ])
  func everyStatusLeadsToItsVerdictWithOneRequest(_ status: Int, verdict: CreateVerdict) async throws {
    let (error, requests, connections) = try await failedCreate { request in
      [.answer(status, #"{"error":{"message":"no"}}"#, headers: ["location": request.target, "retry-after": "7"])]
    }
    #expect(error.stage == .answered(status: status))
    #expect(CreateVerdict(error) == verdict)
    #expect(error.isSafeToRepeat == (verdict != .unsure))
    #expect(requests == 1)
    #expect(connections == 1)
  }

  @Test(arguments: [
    (
      429, #"{"error":{"message":"Budget has been exceeded!","type":"budget_exceeded"}}"#,
      CreateVerdict.held(.balanceUsedUp)
    ),
    (422, #"{"error":{"message":"x","type":"budget_exceeded"}}"#, .held(.balanceUsedUp)),
    (400, #"{"error":{"message":"x","code":"insufficient_quota"}}"#, .held(.balanceUsedUp)),
    (400, #"{"error":{"message":"No connected db."}}"#, .held(.keyRefused)),
    (500, #"{"error":{"message":"x","type":"budget_exceeded"}}"#, .unsure),
    (500, #"{"error":{"message":"bad prompt: content policy"}}"#, .unsure),
    (500, #"{"error":{"message":"x","code":429}}"#, .unsure),
  ])
  func wordsOnlyCountAmongStatusesThatRefuse(_ status: Int, body: String, verdict: CreateVerdict) async throws {
    let (error, _, _) = try await failedCreate { _ in [.answer(status, body)] }
    #expect(CreateVerdict(error) == verdict)
  }

  @Test func aRefusalWhoseTextIsCutIsStillARefusal() async throws {
    let (error, _, _) = try await failedCreate { _ in
      [.text("HTTP/1.1 400 Bad Request\r\ncontent-length: 90\r\n\r\nno such model\n"), .close]
    }
    #expect(error.stage == .answered(status: 400))
    #expect(CreateVerdict(error) == .refused)
  }

  @Test func aRefusalBeforeThePictureWasSentIsRead() async throws {
    var request = testRequest
    request.inputReference = .data(
      bytes: [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 7, count: 20_000_000), mediaType: .jpeg)
    let page = "<html><head><title>413 Request Entity Too Large</title></head></html>"
    let (error, requests, _) = try await failedCreate(.head, request: request) { _ in
      [.answer(413, page, headers: ["connection": "close"], type: "text/html")]
    }
    #expect(error.stage == .answered(status: 413))
    #expect(error.kind == .tooLarge)
    // The page is lost when the connection closes while the picture is still being written; the status never is.
    #expect(error.message.hasPrefix("413 "))
    #expect(requests == 1)
  }

  @Test func cancellingAfterTheRequestLeavesTheOutcomeOpen() async throws {
    try await FaultServer.answering { _ in [.hold] }.run { server in
      try await withClient(server.base) { client in
        let error = await withTaskGroup(of: VideosError?.self) { group in
          group.addTask { await client.failureOfCreate() }
          await server.waitForRequests(1)
          group.cancelAll()
          return await group.next() ?? nil
        }
        #expect(error?.stage == .answerLost)
        #expect(error?.code == .cancelled)
        #expect(server.requests.count == 1)
      }
    }
  }

  @Test func aCallCancelledBeforeItBeganSendsNothing() async throws {
    try await FaultServer.answering { _ in [.hold] }.run { server in
      try await withClient(server.base) { client in
        let error = await withTaskGroup(of: VideosError?.self) { group in
          group.cancelAll()
          group.addTask { await client.failureOfCreate() }
          return await group.next() ?? nil
        }
        #expect(error?.stage == .notSent)
        #expect(error?.code == .cancelled)
        #expect(server.requests.isEmpty)
      }
    }
  }

  @Test func whatNoServiceCouldTakeIsNotSent() async throws {
    try await FaultServer.answering { _ in [accepted] }.run { server in
      try await withClient(server.base) { client in
        var request = testRequest
        request.prompt = " \n"
        let error = try #require(await client.failureOfCreate(request))
        #expect(error.stage == .notSent)
        #expect(error.code == .invalidRequest(.noPrompt))
        #expect(CreateVerdict(error) == .refused)
      }
      #expect(server.connections == 0)
    }
  }

  @Test func aClientThatWasShutDownSendsNothing() async throws {
    try await FaultServer.answering { _ in [accepted] }.run { server in
      try await withClient(server.base) { client in
        await client.shutdown()
        #expect(await client.failureOfCreate()?.stage == .notSent)
        #expect(await client.failureOfRetrieve()?.stage == .notSent)
        #expect(await client.failureOfContent()?.stage == .notSent)
      }
      #expect(server.connections == 0)
    }
  }

  @Test func theKeyIsNowhereInAnErrorThatRepeatsIt() async throws {
    let (error, _, _) = try await failedCreate { request in
      [.answer(401, #"{"error":{"message":"bad \#(request.header("authorization") ?? "")","code":"\#(testKey)"}}"#)]
    }
    #expect(error.message == "bad Bearer •••")
    #expect(!"\(error)".contains(testKey))
  }
}
