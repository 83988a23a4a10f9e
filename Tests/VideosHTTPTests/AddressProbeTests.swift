import Testing

@testable import VideosHTTP

/// What lies at the address of a picture is asked once, without the key.
@Suite struct AddressProbeTests {
  private func probe(limit: Duration = .seconds(5)) -> AddressProbe {
    AddressProbe(options: .with { _ in }, limit: limit)
  }

  private func failure(_ base: String, limit: Duration = .seconds(5)) async -> VideosError? {
    do {
      _ = try await probe(limit: limit).look(at: base + "/a.png")
      return nil
    } catch {
      return error
    }
  }

  @Test func theBeginningIsAskedForWithoutAKey() async throws {
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    try await FaultServer.answering { _ in
      [.answer(206, picture, headers: ["content-range": "bytes 0-3/2100000"], type: "image/jpeg; x=1")]
    }.run { server in
      let finding = try await probe().look(at: server.base + "/a.jpg")
      #expect(
        finding
          == AddressProbe.Finding(
            status: 206, mediaType: "image/jpeg", beginning: picture, byteCount: 2_100_000))
      let request = try #require(server.requests.first)
      #expect(request.method == "GET")
      #expect(request.headers["authorization"] == nil)
      #expect(request.headers["range"] == ["bytes=0-131071"])
      #expect(server.requests.count == 1)
    }
  }

  @Test func noMoreThanTheBeginningIsTaken() async throws {
    let large = [UInt8](repeating: 7, count: 400_000)
    try await FaultServer.answering { _ in [.answer(200, large, type: "image/png")] }.run { server in
      let finding = try await probe().look(at: server.base + "/a.png")
      #expect(finding.beginning.count == AddressProbe.largest)
      #expect(finding.byteCount == 400_000)
    }
  }

  @Test func aRedirectIsAnAnswerAndIsNotFollowed() async throws {
    try await FaultServer.answering { _ in
      [.answer(302, [], headers: ["location": "http://127.0.0.1:1/"], type: "text/html")]
    }.run { server in
      let finding = try await probe().look(at: server.base + "/a.png")
      #expect(finding.status == 302)
    }
  }

  @Test func nobodyThereAndNoAnswerInTimeAreFailures() async throws {
    let base = try await FaultServer.answering { _ in [] }.run { $0.base }
    #expect(await failure(base) != nil)
    try await FaultServer.answering { _ in [.hold] }.run { server in
      #expect(await failure(server.base, limit: .milliseconds(150)) != nil)
    }
  }
}
