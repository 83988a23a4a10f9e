import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct CreateTests {
  @Test func aVeoTakeIsAnsweredAsCaptured() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.create()
      let captured = try Fixture.json("create-processing-veo-litellm")
      #expect(answer.status == 200)
      #expect(answer.json?.shape == captured.shape)
      #expect(answer.json?["usage"] == captured["usage"])
      #expect(String(decoding: answer.body, as: UTF8.self).contains("\"duration_seconds\":4.0"))
      #expect(answer.headers["x-litellm-response-cost"] == "0.4")
      #expect(answer.id.hasPrefix("video_"))
    }
  }

  @Test func aSoraTakeIsAnsweredAsCaptured() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.create(model: .sora)
      let captured = try Fixture.json("create-queued-sora-litellm")
      #expect(answer.json?.shape == captured.shape)
      for name in ["status", "progress", "seconds", "size", "model", "usage"] {
        #expect(answer.json?[name] == captured[name])
      }
    }
  }

  @Test(arguments: [
    ("error-400-no-prompt-litellm", ["model": "veo-3.1-fast-generate-001", "prompt": "  "]),
    ("error-400-no-prompt-litellm", ["model": "veo-3.1-fast-generate-001"]),
    ("error-400-unknown-model-litellm", ["model": "nope", "prompt": "x"]),
    ("error-400-seconds-12-veo-litellm", ["model": "veo-3.1-fast-generate-001", "prompt": "x", "seconds": "12"]),
    ("error-400-bad-seconds-veo-litellm", ["model": "veo-3.1-fast-generate-001", "prompt": "x", "seconds": "5"]),
    ("error-400-prompt-refused-veo-litellm", ["model": "veo-3.1-fast-generate-001", "prompt": "a Demo-Refuse b"]),
    ("error-400-prompt-refused-sora-litellm", ["model": "sora-2", "prompt": "演示拒绝"]),
  ])
  func aFaultyOrderIsRefusedInTheWordsOfTheFixture(fixture: String, fields: [String: String]) async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.create(fields)
      #expect(answer.status == 400)
      #expect(try answer.json == Fixture.json(fixture))
      #expect(loopback.server.counts.createsAccepted == 0)
    }
  }

  @Test func aSizeThatSoraDoesNotKnowIsRefusedAndThoseItKnowsAreNamed() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.create(model: .sora, size: "17x17")
      #expect(answer.status == 400)
      #expect(try answer.json?.shape == Fixture.json("error-400-bad-size-sora-litellm").shape)
      #expect(answer.message.contains("Not a supported value: '17x17'. Take 1280x720, "))
    }
  }

  @Test func aSizeThatVeoDoesNotKnowBecomesThePlainOneOfItsShape() async throws {
    try await withLoopback { loopback, _ in
      for (asked, given) in [("17x17", "1280x720"), ("600x900", "720x1280"), ("large", "1280x720")] {
        let id = try await loopback.create(size: asked).id
        #expect(try TakeID.take(from: id).size.description == given)
      }
    }
  }

  @Test func eachModelTakesItsOwnLengths() async throws {
    try await withLoopback { loopback, _ in
      for model in DemoModel.allCases {
        let accepted = try await withAccepted(loopback, model)
        #expect(accepted == model.lengths)
      }
    }
  }

  private func withAccepted(_ loopback: Loopback, _ model: DemoModel) async throws -> [Int] {
    var accepted: [Int] = []
    for seconds in 1...16 where try await loopback.create(model: model, seconds: seconds).status == 200 {
      accepted.append(seconds)
    }
    return accepted
  }

  @Test func whatIsNotJSONIsRefused() async throws {
    try await withLoopback { loopback, _ in
      for body in ["{\"model\": nope}", "", "[]", "\u{0}"] {
        let answer = try await loopback.send(.post, "/v1/videos", body: Array(body.utf8))
        #expect(answer.status == 400)
        #expect(try answer.json?.shape == Fixture.json("error-400-bad-json-litellm").shape)
      }
    }
  }

  @Test func lengthAndSizeHaveDefaults() async throws {
    try await withLoopback { loopback, _ in
      let id = try await loopback.create(["model": "sora-2", "prompt": "x"]).id
      let take = try TakeID.take(from: id)
      #expect(take.seconds == 8)
      #expect(take.size.description == "1280x720")
    }
  }

  private static let png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("rest of it".utf8)

  @Test func aReferencePictureIsTakenAsAnAddressADataURLOrPlainBase64() async throws {
    try await withLoopback { loopback, _ in
      let base64 = Data(Self.png).base64EncodedString()
      for reference in ["https://example.com/a.png", "data:image/png;base64,\(base64)", base64] {
        let answer = try await loopback.create(
          ["model": "sora-2", "prompt": "x", "input_reference": reference])
        #expect(answer.status == 200)
      }
    }
  }

  @Test func aReferencePictureThatIsNoneIsRefused() async throws {
    try await withLoopback { loopback, _ in
      let text = Data("not a picture".utf8).base64EncodedString()
      for reference in ["", "http://example.com/a.png", "/tmp/a.png", "data:image/png;base64,\(text)"] {
        let answer = try await loopback.create(
          ["model": "sora-2", "prompt": "x", "input_reference": reference])
        #expect(answer.status == 500)
        #expect(try answer.json?.shape == Fixture.json("error-500-image-text-refused-veo-litellm").shape)
      }
    }
  }

  @Test func aFormIsTakenLikeJSON() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.send(
        .post, "/v1/videos", headers: ["content-type": "multipart/form-data; boundary=\"b-o-u\""],
        body: form([
          ("name=\"model\"", Array("sora-2".utf8)), ("name=\"prompt\"", Array("灯笼\r\n--b\r\n".utf8)),
          ("name=\"seconds\"", Array("12".utf8)), ("name=\"size\"", Array("2160x3840".utf8)),
          ("name=\"input_reference\"; filename=\"a.png\"\r\nContent-Type: image/png", Self.png),
        ]))
      #expect(answer.status == 200)
      let take = try TakeID.take(from: answer.id)
      #expect(take.seconds == 12)
      #expect(take.size.description == "2160x3840")
      #expect(loopback.server.counts.createsByPrompt == ["灯笼\r\n--b\r\n": 1])
    }
  }

  @Test func aReferencePictureAsAFormTextIsRefused() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.send(
        .post, "/v1/videos", headers: ["content-type": "multipart/form-data; boundary=b-o-u"],
        body: form([
          ("name=\"model\"", Array("sora-2".utf8)), ("name=\"prompt\"", Array("x".utf8)),
          ("name=\"input_reference\"", Array("https://example.com/a.png".utf8)),
        ]))
      #expect(answer.status == 422)
      #expect(try answer.json == Fixture.json("error-422-image-form-text-litellm"))
    }
  }

  private func form(_ parts: [(disposition: String, content: [UInt8])]) -> [UInt8] {
    parts.flatMap { part in
      Array("--b-o-u\r\nContent-Disposition: form-data; \(part.disposition)\r\n\r\n".utf8) + part.content
        + Array("\r\n".utf8)
    } + Array("--b-o-u--\r\n".utf8)
  }

  @Test func aBodyAboveTheLimitIsRefusedWithAPage() async throws {
    try await withLoopback { loopback, _ in
      let answer = try await loopback.send(
        .post, "/v1/videos", body: [UInt8](repeating: 0x20, count: (32 << 20) + 1))
      #expect(answer.status == 413)
      #expect(answer.headers["content-type"] == "text/html")
      #expect(String(decoding: answer.body, as: UTF8.self).contains("<title>413 Request Entity Too Large</title>"))
    }
  }
}
