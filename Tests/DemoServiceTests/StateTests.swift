import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct StateTests {
  @Test func aVeoTakeIsProcessingThenCompletedAsCaptured() async throws {
    try await withLoopback { loopback, time in
      let id = try await loopback.create().id
      var seen: [String] = []
      while seen.last != "completed", seen.count < 60 {
        let answer = try await loopback.state(id)
        let status = try #require(answer.json?["status"]?.text)
        let captured = try Fixture.json("status-\(status)-veo-litellm")
        #expect(answer.json?.shape == captured.shape)
        #expect(answer.id == id)
        #expect(answer.json?["created_at"]?.number == time.now.timeIntervalSince1970.rounded(.down))
        seen.append(status)
        time.advance(by: 1)
      }
      #expect(Set(seen) == ["processing", "completed"])
      #expect((10...40).contains(seen.count - 1))
      #expect(loopback.server.counts.stateQueries == seen.count)
    }
  }

  @Test func aSoraTakeIsQueuedThenInProgressThenCompletedAsCaptured() async throws {
    try await withLoopback { loopback, time in
      let created = try await loopback.create(model: .sora, seconds: 12, size: "3840x2160")
      var seen: [String] = []
      var progress = -1.0
      while seen.last != "completed", seen.count < 60 {
        let answer = try await loopback.state(created.id)
        let status = try #require(answer.json?["status"]?.text)
        let file = status == "in_progress" ? "in-progress" : status
        #expect(try answer.json?.shape == Fixture.json("status-\(file)-sora-litellm").shape)
        #expect(answer.json?["created_at"] == created.json?["created_at"])
        #expect(answer.id != created.id)
        let now = try #require(answer.json?["progress"]?.number)
        #expect(now >= progress)
        progress = now
        if seen.last != status { seen.append(status) }
        time.advance(by: 1)
      }
      #expect(seen == ["queued", "in_progress", "completed"])
      #expect(progress == 100)
    }
  }

  @Test func theIDInASoraStateAnswerLeadsNowhere() async throws {
    try await withLoopback { loopback, _ in
      let other = try await loopback.state(loopback.create(model: .sora).id).id
      let answer = try await loopback.state(other)
      #expect(answer.status == 500)
      #expect(try answer.json == Fixture.json("error-500-unknown-id-litellm"))
    }
  }

  @Test(arguments: DemoModel.allCases)
  func aTakeOutlivesItsService(model: DemoModel) async throws {
    let time = ManualTime()
    let id = Box("")
    try await withLoopback(time: time) { loopback, _ in id.value = try await loopback.create(model: model).id }
    try await withLoopback(time: time) { loopback, time in
      let early = try await loopback.state(id.value)
      #expect(early.json?["status"]?.text == (model == .veo ? "processing" : "queued"))
      time.advance(by: 40)
      #expect(try await loopback.state(id.value).json?["status"]?.text == "completed")
      #expect(try await loopback.content(id.value).status == 200)
    }
  }

  @Test func speedDividesTheTimeThatATakeNeeds() async throws {
    try await withLoopback(speed: 1000) { loopback, time in
      let id = try await loopback.create(model: .sora).id
      #expect(try await loopback.state(id).json?["status"]?.text == "queued")
      time.advance(by: 0.04)
      let answer = try await loopback.state(id)
      #expect(answer.json?["status"]?.text == "completed")
      #expect(answer.json?["completed_at"] == answer.json?["created_at"])
    }
  }

  @Test func aDamagedVeoIDIsAnOperationThatNobodyKnows() async throws {
    try await withLoopback { loopback, _ in
      let id = try await loopback.create().id
      let inner = try #require(Data(base64Encoded: String(id.dropFirst(6))))
      let last = try #require(inner.last)
      let damaged = "video_" + (inner.dropLast() + [last == 0x30 ? 0x31 : 0x30]).base64EncodedString()
      let answer = try await loopback.state(damaged)
      #expect(answer.status == 404)
      #expect(try answer.json?.shape == Fixture.json("error-404-unknown-operation-veo-litellm").shape)
      #expect(answer.message.contains("Operation not found: projects/demo/"))
    }
  }

  @Test(arguments: ["video_", "video_abc", "nonsense", "video_AAAA", "视频", "video_%2F%2F"])
  func anIDOfAnotherKindIsUnknown(id: String) async throws {
    try await withLoopback { loopback, _ in
      let path = id.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? id
      for answer in [try await loopback.state(path), try await loopback.content(path)] {
        #expect(answer.status == 500)
        #expect(try answer.json == Fixture.json("error-500-unknown-id-litellm"))
      }
    }
  }

  @Test func anIDMayBePercentEncoded() async throws {
    try await withLoopback { loopback, _ in
      for model in DemoModel.allCases {
        let id = try await loopback.create(model: model).id
        let encoded = try #require(id.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        #expect(try await loopback.state(encoded).status == 200)
      }
    }
  }
}
