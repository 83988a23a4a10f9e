import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct AddressTests {
  @Test func anUnknownAddressIsNotFound() async throws {
    try await withLoopback { loopback, _ in
      for path in ["/", "/v1", "/v1/videos/a/b", "/v1/videos/a/content/b", "/v2/videos"] {
        let answer = try await loopback.send(.get, path)
        #expect(answer.status == 404)
        #expect(try answer.json == Fixture.json("error-404-no-route-litellm"))
      }
    }
  }

  @Test func aMethodThatAnAddressDoesNotKnowIsRefusedAndTheRightOneNamed() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.send(.post, "/v1/videos/video_abc", body: [])
      #expect(answer.status == 405)
      #expect(try answer.json == Fixture.json("error-405-post-status-litellm"))
      #expect(answer.headers["allow"] == "GET")
      #expect(try await loopback.send(.delete, "/v1/videos/video_abc").status == 405)
      #expect(try await loopback.send(.put, "/v1/videos", body: []).headers["allow"] == "GET, POST")
    }
  }

  @Test func headIsRefusedEverywhereAndHasNoBody() async throws {
    try await withLoopback { loopback, _ in
      for path in ["/v1/videos", "/v1/models", "/v1/videos/video_abc", "/v1/videos/video_abc/content"] {
        let answer = try await loopback.send(.head, path)
        #expect(answer.status == 405)
        #expect(answer.body.isEmpty)
        #expect(answer.headers["content-length"] == "31")
      }
    }
  }

  @Test func aSlashAtTheEndIsAnsweredWithARedirectToTheAddressWithout() async throws {
    try await withLoopback { loopback, _ in
      for (path, target) in [
        ("/v1/videos/", "/v1/videos"), ("/v1/videos/a%3D/content/", "/v1/videos/a%3D/content"),
      ] {
        let answer = try await loopback.send(.get, path)
        #expect(answer.status == 307)
        #expect(answer.headers["location"] == "http://127.0.0.1:\(loopback.server.port ?? 0)\(target)")
      }
    }
  }

  @Test func theListOfVideosIsUnusable() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.send(.get, "/v1/videos")
      #expect(answer.status == 400)
      #expect(try answer.json == Fixture.json("error-400-list-litellm"))
    }
  }

  @Test func theListOfModelsNamesBoth() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.send(.get, "/v1/models")
      #expect(answer.status == 200)
      let names = try #require(answer.json?["data"]?.elements).map { $0["id"]?.text }
      #expect(names == ["veo-3.1-fast-generate-001", "sora-2"])
      #expect(loopback.server.counts.modelQueries == 1)
    }
  }

  @Test func withoutAKeyNothingIsAnswered() async throws {
    try await withLoopback { loopback, _ in
      for path in ["/v1/models", "/v1/videos", "/v1/videos/a", "/v1/videos/a/content"] {
        let answer = try await loopback.send(.get, path, key: nil)
        #expect(answer.status == 401)
        #expect(try answer.json == Fixture.json("error-401-no-key-litellm"))
      }
      #expect(
        try await loopback.send(.get, "/v1/models", headers: ["authorization": "Basic x"], key: nil).status == 401)
    }
  }

  @Test func aWrongKeyIsRefusedAndItsEndRepeated() async throws {
    try await withLoopback(key: "sk-right") { loopback, _ in
      let answer = try await loopback.create(["prompt": "x"], key: "sk-wrong-9876")
      #expect(answer.status == 401)
      #expect(try answer.json?.shape == Fixture.json("error-401-wrong-key-litellm").shape)
      #expect(answer.message.contains("sk-...9876,"))
      #expect(try await loopback.send(.get, "/v1/models", key: "sk-right").status == 200)
    }
  }
}
