import Testing
import VideosAPI

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

  @Test func redirectsAreFollowedToThePictureWithoutAKey() async throws {
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    try await FaultServer.answering { request in
      switch request.target {
      case "/v1/a.png": [.answer(302, [], headers: ["location": "/b/c.png?x=1"], type: "text/html")]
      case "/b/c.png?x=1": [.answer(307, [], headers: ["location": "d.jpg"], type: "text/html")]
      default: [.answer(200, picture, type: "image/jpeg")]
      }
    }.run { server in
      let finding = try await probe().look(at: server.base + "/a.png")
      #expect(finding.status == 200)
      #expect(finding.beginning == picture)
      #expect(server.requests.map(\.target) == ["/v1/a.png", "/b/c.png?x=1", "/b/d.jpg"])
      #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
    }
  }

  @Test func nothingLeadsFromHTTPSDownToPlainHTTP() throws {
    let place = try #require(WebAddress("https://a.example/b.png"))
    func next(_ location: String?, status: Int = 302) -> String? {
      AddressProbe.next(after: place, status: status, location: location)?.description
    }
    #expect(next("http://a.example/c.png") == nil)
    #expect(next("https://b.example/c.png") == "https://b.example/c.png")
    #expect(next("//b.example/c.png") == "https://b.example/c.png")
    #expect(next("file:///etc/passwd") == nil)
    #expect(next("/c.png", status: 200) == nil)
    #expect(next(nil) == nil)
  }

  @Test func redirectsWithoutAnEndAreAnAnswerAfterFive() async throws {
    try await FaultServer.answering { _ in
      [.answer(302, [], headers: ["location": "/a.png"], type: "text/html")]
    }.run { server in
      let finding = try await probe().look(at: server.base + "/a.png")
      #expect(finding.status == 302)
      #expect(server.requests.count == 1 + AddressProbe.mostRedirects)
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
