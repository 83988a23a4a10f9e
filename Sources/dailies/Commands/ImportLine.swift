import DailiesCore
import DailiesStore
import Foundation
import VideosAPI

/// One line of a list of takes: an id alone, or a JSON object with an id and what else is known. The names are those of
/// the Videos API, with `prompt` and `file` besides.
struct ImportLine: Decodable {
  private let id: String
  private var status: String?
  private var model: String?
  private var prompt: String?
  private var seconds: Int?
  private var size: String?
  private var createdAt: Timestamp?
  private var completedAt: Timestamp?
  private var file: String?

  private enum CodingKeys: String, CodingKey {
    case id, status, model, prompt, seconds, size, file
    case createdAt = "created_at"
    case completedAt = "completed_at"
  }

  /// - Returns: Nil for a line that says nothing or cannot be read.
  init?(_ line: String) {
    let text = line.trimming
    if text.hasPrefix("{") {
      guard let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)), !read.id.isEmpty else { return nil }
      self = read
    } else {
      guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
      id = text
    }
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func time(_ key: CodingKeys) -> Timestamp? {
      (try? fields.decodeIfPresent(Double.self, forKey: key)).flatMap { seconds in
        Int64(exactly: (seconds * 1000).rounded()).map { Timestamp(milliseconds: $0) }
      }
    }
    id = try fields.decode(String.self, forKey: .id)
    status = try? fields.decodeIfPresent(String.self, forKey: .status)
    model = try? fields.decodeIfPresent(String.self, forKey: .model)
    prompt = try? fields.decodeIfPresent(String.self, forKey: .prompt)
    size = try? fields.decodeIfPresent(String.self, forKey: .size)
    file = try? fields.decodeIfPresent(String.self, forKey: .file)
    // The service writes a text where other programs write a number.
    let text = try? fields.decodeIfPresent(String.self, forKey: .seconds)
    seconds =
      text.flatMap(Int.init) ?? (text == nil ? try? fields.decodeIfPresent(Int.self, forKey: .seconds) : nil)
    createdAt = time(.createdAt)
    completedAt = time(.completedAt)
  }

  /// - Parameter usual: What is taken for granted where the line says nothing.
  func take(_ usual: ShotSettings) -> ImportedTake {
    let size = size.flatMap(VideoSize.init)
    let order = Order(
      model: model ?? usual.model, prompt: prompt ?? "", seconds: seconds ?? usual.seconds, size: size ?? usual.size)
    var take = ImportedTake(videoID: id, order: order)
    if seconds == nil { take.unknownParts.insert(.seconds) }
    if size == nil { take.unknownParts.insert(.size) }
    take.accepted = createdAt
    take.finished = completedAt
    switch status.map(VideoStatus.init(word:)) {
    case .completed: take.end = .film(file: file)
    case .failed, .cancelled: take.end = .failed
    case .expired: take.end = .expired
    case .queued, .running, .other, nil: break
    }
    return take
  }
}
