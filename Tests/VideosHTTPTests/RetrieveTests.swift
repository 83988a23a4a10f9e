import Testing
import VideosAPI

@testable import VideosHTTP

/// Asking for a video's state, and for the models.
@Suite struct RetrieveTests {
  private let running = FaultServer.Step.answer(200, #"{"id":"another","status":"processing"}"#)

  @Test func theIDIsOnePathSegmentAndStandsAgainstTheAnswer() async throws {
    let id = "video_a+b/c=?d#../é"
    try await FaultServer.answering { _ in [running] }.run { server in
      let retrieved = try await withClient(server.base + "/") { try await $0.retrieve(id) }
      #expect(retrieved.video.id == id)
      #expect(retrieved.video.status == .running)
      #expect(retrieved.askAgainAfter == nil)
      #expect(server.requests.map(\.method) == ["GET"])
      #expect(server.requests.map(\.target) == ["/v1/videos/video_a%2Bb%2Fc%3D%3Fd%23..%2F%C3%A9"])
      #expect(server.requests.map { $0.headers["authorization"] } == [["Bearer \(testKey)"]])
    }
  }

  @Test(arguments: ["", ".", "..", String(repeating: "a", count: 8193)])
  func anIDThatNoAddressCanHoldIsNotSent(_ id: String) async throws {
    try await FaultServer.answering { _ in [running] }.run { server in
      try await withClient(server.base) { client in
        #expect(await client.failureOfRetrieve(id)?.code == .invalidID)
        #expect(await client.failureOfContent(id)?.code == .invalidID)
      }
      #expect(server.connections == 0)
    }
  }

  @Test(arguments: [404, 405])
  func postIsTriedOnlyWhereGetIsRefusedAndPostIsOffered(_ status: Int) async throws {
    let refusal = FaultServer.Step.answer(status, #"{"detail":"Method Not Allowed"}"#, headers: ["allow": "HEAD, POST"])
    try await FaultServer.answering { $0.method == "GET" ? [refusal] : [running] }.run { server in
      let retrieved = try await withClient(server.base) { try await $0.retrieve("v1") }
      #expect(retrieved.video.status == .running)
      #expect(server.requests.map(\.method) == ["GET", "POST"])
      #expect(server.requests.map(\.target) == ["/v1/videos/v1", "/v1/videos/v1"])
      #expect(server.requests.last?.body == [])
      #expect(server.requests.last?.headers["content-length"] == ["0"])
    }
  }

  @Test(arguments: [
    (405, "GET"), (404, ""), (400, "POST"), (403, "POST"), (500, "POST"), (405, "POSTER"),
  ])
  func postIsNotTriedOtherwise(_ status: Int, allow: String) async throws {
    try await FaultServer.answering { _ in [.answer(status, "{}", headers: ["allow": allow])] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfRetrieve() }
      #expect(error?.status == status)
      #expect(server.requests.map(\.method) == ["GET"])
    }
  }

  @Test func whenPostIsRefusedAsWellTheAnswerToGetStands() async throws {
    let script: FaultServer.Script = { request in
      [.answer(request.method == "GET" ? 404 : 405, #"{"error":"\#(request.method)"}"#, headers: ["allow": "POST"])]
    }
    try await FaultServer.answering(script).run { server in
      let error = try await withClient(server.base) { await $0.failureOfRetrieve() }
      #expect(error?.status == 404)
      #expect(error?.message == "GET")
    }
  }

  @Test(arguments: [
    (["openai-poll-after-ms": "1500"], Duration.milliseconds(1500)),
    (["retry-after": "9"], .seconds(9)), (["llm_provider-retry-after": "7.5"], .milliseconds(7500)),
    (["retry-after": "3", "llm_provider-retry-after": "8", "openai-poll-after-ms": "100"], .seconds(8)),
    (["retry-after": "86400"], .seconds(120)), (["retry-after": "1e99"], .seconds(120)),
    (["date": "Sun, 06 Nov 1994 08:49:37 GMT", "retry-after": "Sun, 06 Nov 1994 08:50:07 GMT"], .seconds(30)),
  ])
  func theServersWishToBeLeftAloneIsPassedOn(_ headers: [String: String], wait: Duration) async throws {
    let body = #"{"id":"v1","status":"queued"}"#
    try await FaultServer.answering { [.answer($0.target.hasSuffix("ok") ? 200 : 429, body, headers: headers)] }.run {
      server in
      try await withClient(server.base) { client in
        let retrieved = try await client.retrieve("ok")
        #expect(retrieved.askAgainAfter == wait)
        #expect(await client.failureOfRetrieve()?.retryAfter == wait)
      }
    }
  }

  @Test(arguments: ["soon", "-5", "", "nan", "Sun, 06 Nov 1994 08:50:07 GMT"])
  func aWishThatCannotBeReadIsNone(_ text: String) async throws {
    try await FaultServer.answering { _ in [.answer(429, "{}", headers: ["retry-after": text])] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfRetrieve() }
      #expect(error?.status == 429)
      #expect(error?.retryAfter == nil)
    }
  }

  @Test(arguments: [
    ("<html><title>Sign in</title></html>", VideosError.Code.unreadableAnswer), ("", .unreadableAnswer),
    (String(repeating: #"{"a":"#, count: 100_000), .unreadableAnswer), ("{}", .noID), (#"{"error":"x"}"#, .noID),
  ])
  func anAnswerThatIsNoStateIsSaidToBeNone(_ body: String, code: VideosError.Code) async throws {
    try await FaultServer.answering { _ in [.answer(200, body)] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfRetrieve() }
      #expect(error?.code == code)
      #expect(error?.stage == .answered(status: 200))
      #expect(error?.isSafeToRepeat == true)
    }
  }

  @Test func anAnswerThatNeverEndsIsCutOffAtEightMegabytes() async throws {
    let head = Array("HTTP/1.1 200 OK\r\ncontent-length: 9000000000\r\n\r\n".utf8)
    let flood = [UInt8](repeating: UInt8(ascii: " "), count: 40_000_000)
    try await FaultServer.answering { _ in [.send(head + flood)] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfRetrieve() }
      #expect(error?.code == .unreadableAnswer)
      #expect(server.bytesTaken < flood.count)
    }
  }

  @Test func anAnswerThatComesTooSlowlyIsGivenUp() async throws {
    let script: FaultServer.Script = { _ in [.text("HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{"), .hold] }
    try await FaultServer.answering(script).run { server in
      let error = try await withClient(server.base, options: .with { $0.queryLimit = .milliseconds(150) }) {
        await $0.failureOfRetrieve()
      }
      #expect(error?.code == .timedOut)
      #expect(error?.stage == .answerLost)
    }
  }

  @Test func aRedirectIsNotFollowed() async throws {
    try await FaultServer.answering { _ in [.answer(307, "", headers: ["location": "/elsewhere"])] }.run { server in
      let error = try await withClient(server.base) { await $0.failureOfRetrieve() }
      #expect(error?.status == 307)
      #expect(error?.message == "127.0.0.1 sends on to /elsewhere")
      #expect(server.requests.count == 1)
    }
  }

  @Test func modelsAreListed() async throws {
    let body = #"{"object":"list","data":[{"id":"a","mode":"video_generation"},{"id":"b","mode":"chat"},{}]}"#
    try await FaultServer.answering { _ in [.answer(200, body)] }.run { server in
      let list = try await withClient(server.base) { try await $0.models() }
      #expect(list.models.map(\.id) == ["a", "b"])
      #expect(list.videoModels.map(\.id) == ["a"])
      #expect(server.requests.map(\.target) == ["/v1/models"])
    }
  }

  @Test func aRefusedListOfModelsIsAnError() async throws {
    try await FaultServer.answering { _ in [.answer(403, #"{"error":"no"}"#)] }.run { server in
      let error = try await withClient(server.base) { client in
        await failure { () async throws(VideosError) in try await client.models() }
      }
      #expect(error?.kind == .keyRefused)
      #expect(error?.operation == .models)
    }
  }
}
