import Foundation
import Hummingbird
import Synchronization
import VideosAPI

/// The work behind each address.
extension Routes {
  func create(_ incoming: Incoming) async throws -> Reply {
    let order = try DemoOrder(incoming.body, mediaType: incoming.headers[.contentType] ?? "")
    let configuration = server.configuration
    if order.effect == .rateLimited, server.asksToWait(order.prompt) {
      throw Refusal.rateLimited(order.model, waitSeconds: Int((5 / configuration.speed).rounded()))
    }
    let take = DemoTake(
      createdMilliseconds: Int(configuration.time.now().timeIntervalSince1970 * 1000), model: order.model,
      seconds: order.seconds, size: order.size, effect: order.effect, nonce: .random(in: 0..<1 << 40))
    server.tally.withLock { counts in
      counts.createsAccepted += 1
      counts.createsByPrompt[order.prompt, default: 0] += 1
      counts.acceptedIDs.append(TakeID.text(for: take))
      counts.secondsOrdered += take.seconds
    }
    if order.effect == .answerLost {
      await incoming.connection.cut()
      throw Connection.WasCut()
    }
    // A tenth of a dollar a second, as captured.
    return Reply(take.createAnswer, headers: ["x-litellm-response-cost": String(Double(take.seconds) / 10)])
  }

  func state(_ id: String, _ incoming: Incoming) throws -> Reply {
    let configuration = server.configuration
    let take = try take(id)
    server.record(Self.key(in: incoming.headers) ?? "", take)
    return Reply(take.stateAnswer(at: configuration.time.now(), speed: configuration.speed))
  }

  /// - Throws: A refusal when the key was sent along: a host of its own that keeps films has no business with it.
  func deliveredFilm(_ id: String, _ incoming: Incoming) async throws -> Reply {
    guard incoming.headers[.authorization] == nil else { throw Refusal.keyIsNotWanted }
    return try await content(id, incoming)
  }

  func content(_ id: String, _ incoming: Incoming) async throws -> Reply {
    let take = try take(id)
    let configuration = server.configuration
    let now = configuration.time.now()
    switch take.phase(at: now, speed: configuration.speed) {
    case .queued, .running: throw Refusal.notReady(take.model)
    case .failed: throw Refusal.withheld(take.model)
    case .completed: break
    }
    if take.effect == .withheld { throw Refusal.withheld(take.model) }
    if let expiry = take.expiresAt(speed: configuration.speed), now >= expiry { throw Refusal.expired(take.model) }

    let film: Film
    if incoming.fault.includes(.changedFilm) {
      let byteCount = (configuration.filmByteCount ?? 100_000) + 7919
      film = .synthetic(SyntheticFilm(byteCount: byteCount, size: take.size, seconds: take.seconds))
    } else if let byteCount = configuration.filmByteCount {
      film = .synthetic(SyntheticFilm(byteCount: byteCount, size: take.size, seconds: take.seconds))
    } else {
      film = try await .clip(for: take, in: configuration.clipsDirectory)
    }
    return answer(with: film, of: take, incoming)
  }

  private func take(_ id: String) throws(Refusal) -> DemoTake {
    do {
      return try TakeID.take(from: id)
    } catch {
      throw .unknown(error)
    }
  }

  /// The film or the part of it that is asked for.
  ///
  /// Source: RFC 9110, sections 8.8.3 (ETag), 13.1.5 (If-Range), 14.4 (Content-Range).
  private func answer(with film: Film, of take: DemoTake, _ incoming: Incoming) -> Reply {
    let fault = incoming.fault
    let tag =
      (fault.includes(.weakETag) ? "W/" : "")
      + "\"\(String(take.nonce, radix: 16))-\(film.byteCount)\(fault.includes(.changedETag) ? "-changed" : "")\""
    var reply = Reply(
      film: film,
      headers: [
        "content-type": "video/mp4", "accept-ranges": "bytes", "etag": tag,
        "content-disposition": "attachment; filename=video_\(TakeID.text(for: take)).mp4",
      ])
    if fault.includes(.noETag) { reply.headers["etag"] = nil }
    reply.pace = pace(film.byteCount, take)

    // A weak tag never fits: it does not stand for the very same bytes.
    let condition = incoming.headers[.ifRange]
    let isSame = condition == nil || (condition == tag && !tag.hasPrefix("W/") && !fault.includes(.noETag))
    guard !fault.includes(.ignoreRange), isSame else { return reply }
    switch ByteRange(incoming.headers[.range], of: film.byteCount) {
    case .whole: break
    case .unsatisfiable:
      reply = Reply(416, text: "", headers: ["content-range": "bytes */\(film.byteCount)"])
    case .part(var part):
      if fault.includes(.wrongContentRange) { part = part.lowerBound / 2..<part.upperBound }
      for case .shortPart(let bytes) in fault.parts {
        part = part.lowerBound..<min(part.upperBound, part.lowerBound + bytes)
      }
      let total = film.byteCount + (fault.includes(.wrongTotal) ? 1 : 0)
      reply.status = 206
      reply.range = part
      reply.headers["content-range"] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(total)"
    }
    return reply
  }

  /// Twenty pieces a second, so many bytes each that the whole film takes its time.
  private func pace(_ byteCount: Int, _ take: DemoTake) -> Reply.Pace {
    let interval = Duration.milliseconds(50)
    let pieces = Int(take.transferTime / server.configuration.speed / interval.inSeconds)
    guard server.configuration.isPaced, pieces > 1 else { return Reply.Pace() }
    return Reply.Pace(pieceByteCount: max(1, byteCount / pieces), interval: interval)
  }
}
