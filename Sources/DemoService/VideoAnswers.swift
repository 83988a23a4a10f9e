import Foundation
import VideosAPI

/// The video objects of create and state answers, member by member as captured: what a model leaves null stays null.
///
/// Source: the captured answers of the Videos API reference.
extension DemoTake {
  /// What create answers.
  var createAnswer: Document {
    var usage: [Document.Member] = [.init(name: "duration_seconds", value: .decimal(Double(seconds)))]
    switch model {
    case .veo:
      let lines = min(size.width, size.height)
      usage.append(.init(name: "video_resolution", value: .text(lines == 2160 ? "4k" : "\(lines)p")))
      return video(id: TakeID.text(for: self), status: "processing", usage: .object(usage))
    case .sora:
      return video(
        id: TakeID.text(for: self), status: "queued", createdAt: .integer(createdMilliseconds / 1000), progress: 0,
        seconds: .text(String(seconds)), size: .text(size.description), usage: .object(usage))
    }
  }

  /// What a state query is answered at a time.
  func stateAnswer(at now: Date, speed: Double) -> Document {
    let phase = phase(at: now, speed: speed)
    switch model {
    case .veo:
      // Its time of creation is the time of the query, as captured: nothing can be counted from it.
      let asked = Document.integer(Int(now.timeIntervalSince1970))
      let status =
        switch phase {
        case .queued, .running: "processing"
        case .completed: "completed"
        case .failed: "failed"
        }
      let error: Document =
        phase == .failed
        ? ["code": 13, "message": "The video could not be made, owing to an internal error."] : nil
      return video(id: TakeID.textInStates(for: self), status: status, createdAt: asked, error: error)
    case .sora:
      var status = "completed"
      var progress = 100
      var error: Document = nil
      var completedAt: Document = nil
      var expiry: Document = nil
      switch phase {
      case .queued(let percent): (status, progress) = ("queued", percent)
      case .running(let percent): (status, progress) = ("in_progress", percent)
      case .failed:
        status = "failed"
        error = ["code": "video_generation_failed", "message": "The video could not be generated."]
      case .completed:
        completedAt = .integer(Int(endsAt(speed: speed).timeIntervalSince1970))
        expiry = expiresAt(speed: speed).map { .integer(Int($0.timeIntervalSince1970)) } ?? nil
      }
      return video(
        id: TakeID.textInStates(for: self), status: status, createdAt: .integer(createdMilliseconds / 1000),
        completedAt: completedAt, expiresAt: expiry, error: error, progress: .integer(progress),
        seconds: .text(String(seconds)), size: .text(size.description))
    }
  }

  private func video(
    id: String, status: String, createdAt: Document = nil, completedAt: Document = nil, expiresAt: Document = nil,
    error: Document = nil, progress: Document = nil, seconds: Document = nil, size: Document = nil,
    usage: Document = nil
  ) -> Document {
    [
      "id": .text(id), "object": "video", "status": .text(status), "created_at": createdAt,
      "completed_at": completedAt, "expires_at": expiresAt, "error": error, "progress": progress,
      "remixed_from_video_id": nil, "seconds": seconds, "size": size, "model": .text(model.name), "usage": usage,
    ]
  }
}

extension DemoModel {
  /// What the list of models is answered.
  static var listAnswer: Document {
    let models = allCases.map { model -> Document in
      [
        "id": .text(model.name), "object": "model", "created": 1_677_610_602, "owned_by": "openai",
        "mode": "video_generation",
      ]
    }
    return ["data": .array(models), "object": "list"]
  }
}
