import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct WordTests {
  @Test func everyEffectHasOneWordInEachLanguage() {
    #expect(Set(DemoWord.all.map(\.effect)) == Set(DemoEffect.allCases))
    #expect(DemoWord.all.count == DemoEffect.allCases.count)
    for word in DemoWord.all {
      #expect(word.english.hasPrefix("demo-"))
      #expect(word.chinese.hasPrefix("演示"))
      #expect(DemoWord.effect(in: "A boat, \(word.english.uppercased()).") == word.effect)
      #expect(DemoWord.effect(in: "纸船\(word.chinese)灯") == word.effect)
    }
    #expect(DemoWord.effect(in: "A demo of refusal; 演示") == nil)
  }

  @Test func aTakeThatFailsIsAcceptedAndRunsFirst() async throws {
    try await withLoopback { loopback, time in
      for (model, fixture) in [(DemoModel.veo, "status-failed-veo-litellm"), (.sora, "status-failed-sora-litellm")] {
        let id = try await loopback.create("demo-fail", model: model).id
        time.advance(by: 3)
        #expect(try await loopback.state(id).json?["error"] == nil)
        time.advance(by: 40)
        let captured = try Fixture.json(fixture)
        let answer = try await loopback.state(id)
        #expect(answer.json?.shape == captured.shape)
        #expect(answer.json?["error"] == captured["error"])
        #expect(try await loopback.content(id).status == 500)
      }
    }
  }

  @Test func aWithheldFilmCompletesAndIsNotThere() async throws {
    try await withLoopback { loopback, time in
      let id = try await loopback.create("演示扣留").id
      time.advance(by: 40)
      let captured = try Fixture.json("status-completed-but-filtered-veo-litellm")
      #expect(try await loopback.state(id).json?.shape == captured.shape)
      let answer = try await loopback.content(id)
      #expect(answer.status == 500)
      #expect(try answer.json == Fixture.json("error-500-content-filtered-veo-litellm"))
    }
  }

  @Test func anExpiredFilmCompletesAndIsGone() async throws {
    try await withLoopback { loopback, time in
      let id = try await loopback.create("demo-expire", model: .sora).id
      time.advance(by: 40)
      let state = try await loopback.state(id)
      #expect(state.json?["status"]?.text == "completed")
      #expect(state.json?["expires_at"] == state.json?["completed_at"])
      let answer = try await loopback.content(id)
      #expect(answer.status == 404)
      #expect(try answer.json == Fixture.json("error-404-content-expired-litellm"))
    }
  }

  @Test func aLongQueueIsAMinuteLonger() async throws {
    try await withLoopback { loopback, time in
      let id = try await loopback.create("demo-queue", model: .sora).id
      time.advance(by: 60)
      #expect(try await loopback.state(id).json?["status"]?.text == "queued")
      time.advance(by: 40)
      #expect(try await loopback.state(id).json?["status"]?.text == "completed")
    }
  }

  @Test func aLostAnswerIsAcceptedAndCountedAndNothingArrives() async throws {
    try await withLoopback { loopback, _ in
      await #expect(throws: (any Error).self) { try await loopback.create("a boat demo-lose") }
      #expect(loopback.server.counts.createsAccepted == 1)
      let id = try #require(loopback.server.counts.acceptedIDs.first)
      #expect(try await loopback.state(id).status == 200)
    }
  }

  @Test func aRateLimitAsksOnceToWaitAndThenAccepts() async throws {
    try await withLoopback { loopback, _ in
      for (model, fixture) in [
        (DemoModel.veo, "error-429-rate-limit-veo-litellm"), (.sora, "error-429-rate-limit-sora-litellm"),
      ] {
        let prompt = "demo-limit \(model.name)"
        let answer = try await loopback.create(prompt, model: model)
        #expect(answer.status == 429)
        #expect(try answer.json == Fixture.json(fixture))
        #expect(answer.headers["retry-after"] == "5")
        #expect(answer.headers["llm_provider-retry-after"] == "5")
        #expect(try await loopback.create(prompt, model: model).status == 200)
        #expect(try await loopback.create(prompt, model: model).status == 200)
      }
      #expect(loopback.server.counts.createsAccepted == 4)
    }
  }
}
