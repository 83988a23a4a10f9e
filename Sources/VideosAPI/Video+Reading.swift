internal import Foundation

/// Why an answer was not read as a video.
public enum VideoReadingProblem: Error, Hashable, Sendable {
  case json(JSONReadingProblem)
  /// JSON, but without an id (or, where the id is known, without a status as well).
  case noID
}

extension Video {
  /// Reads the answer to a create or a state query.
  ///
  /// - Parameters:
  ///   - body: The whole answer.
  ///   - knownID: The id from the create answer. When given, it stands: the one in a state answer can differ and be
  ///     unusable.
  ///   - key: An API key to be masked in the text that is kept.
  /// - Throws: `VideoReadingProblem.noID` when the answer is JSON but names no video.
  public init(reading body: [UInt8], knownID: ID? = nil, masking key: String? = nil) throws(VideoReadingProblem) {
    let document: JSONValue
    do { document = try JSONValue(reading: body) } catch { throw .json(error) }
    let object = Self.unwrapped(document)
    let word = object["status"]?.text
    let foundID = Self.id(in: object)
    guard let id = knownID ?? foundID, foundID != nil || word != nil else { throw .noID }

    self.init(
      id: id,
      statusWord: word.map(ReadableText.line) ?? "",
      model: object["model"]?.meaningfulText.map(ReadableText.line),
      createdAt: Self.time(object["created_at"] ?? object["reated_at"]),
      completedAt: Self.time(object["completed_at"]),
      expiresAt: Self.time(object["expires_at"]),
      progress: Self.percent(object["progress"]),
      seconds: object["seconds"]?.number.flatMap { $0 > 0 ? $0 : nil },
      size: object["size"]?.text.flatMap(VideoSize.init),
      failure: Self.failure(in: object, key: key),
      usage: object["usage"].flatMap(Self.usage),
      contentAddress: Self.contentAddress(in: object),
      raw: ReadableText.raw(body, limit: 64 * 1024, masking: key))
  }

  /// Some gateways answer `{"code":"success","data":{…}}`.
  private static func unwrapped(_ document: JSONValue) -> JSONValue {
    var object = document
    for _ in 0..<3 {
      guard id(in: object) == nil, let inner = object["data"], id(in: inner) != nil || inner["status"] != nil else {
        break
      }
      object = inner
    }
    return object
  }

  /// An id of more than 8192 bytes could not be sent back in an address and counts as none.
  private static func id(in object: JSONValue) -> ID? {
    [object["id"], object["task_id"]].lazy
      .compactMap { $0?.meaningfulText }
      .first { $0.utf8.count <= 8192 }
  }

  /// Unix seconds from seconds, milliseconds, a text of either, or an ISO 8601 text.
  private static func time(_ value: JSONValue?) -> Int? {
    guard let value else { return nil }
    if let number = value.number {
      let seconds = number > 100_000_000_000 ? number / 1000 : number
      return (1..<1e12).contains(seconds) ? Int(seconds) : nil
    }
    guard let text = value.text?.trimmed else { return nil }
    let withFraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let date = (try? Date(text, strategy: .iso8601)) ?? (try? Date(text, strategy: withFraction))
    return date.map { Int($0.timeIntervalSince1970.rounded(.down)) }
  }

  /// 0 to 100 from a percentage, a text such as `"45%"`, or a fraction of 1.
  private static func percent(_ value: JSONValue?) -> Int? {
    guard let value else { return nil }
    let figure: Double
    if let text = value.text?.trimmed, text.hasSuffix("%") {
      guard let number = Double(text.dropLast().trimmed), number.isFinite else { return nil }
      figure = number
    } else if let number = value.number {
      figure = number > 0 && number < 1 ? number * 100 : number
    } else {
      return nil
    }
    return figure < 0 ? nil : Int(min(figure, 100).rounded(.down))
  }

  private static func usage(_ value: JSONValue) -> Usage? {
    let usage = Usage(
      durationSeconds: value["duration_seconds"]?.number.flatMap { $0.isFinite ? $0 : nil },
      resolution: value["video_resolution"]?.meaningfulText.map(ReadableText.line))
    return usage == Usage() ? nil : usage
  }

  private static func failure(in object: JSONValue, key: String?) -> Failure? {
    guard let error = object["error"] else { return nil }
    let code = error["code"]?.meaningfulText
    let message = error.meaningfulText ?? error["message"]?.meaningfulText
    guard message != nil || code != nil else { return nil }
    let readable = message.map { UpstreamMessage($0).message } ?? code ?? ""
    return Failure(
      code: code.map { ReadableText.line($0).redacting(key) },
      message: ReadableText.line(readable).redacting(key))
  }

  private static func contentAddress(in object: JSONValue) -> String? {
    let places = [
      object["url"], object["video_url"], object["result_url"], object["metadata"]?["url"], object["data"]?["url"],
      object["content"]?["url"], object["content"]?["video_url"],
    ]
    return places.lazy.compactMap { $0?.text?.trimmed }.first { address in
      let start = address.prefix(8).lowercased()
      return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
  }
}
