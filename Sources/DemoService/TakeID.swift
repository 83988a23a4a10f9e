import Foundation
import VideosAPI

/// The ids of takes: base64 like those of the servers this service stands in for, with the whole take inside.
///
/// The inner text names provider, model and the upstream's own id; the latter ends in a *ticket*: the take's fields in
/// hexadecimal digits, with a fingerprint against damage.
enum TakeID {
  /// Why an id leads to no take.
  enum Flaw: Error, Equatable {
    /// Not an id of this service at all; among these are the ids that state answers of the sora model carry.
    case unreadable
    /// Well-formed, but its ticket is none: the upstream's name of it.
    case noSuchOperation(String, DemoModel)
  }

  /// The id as create answers it.
  static func text(for take: DemoTake) -> String { text(for: take, modelID: take.model.name) }

  /// The id as state answers carry it: as captured, that of the sora model lacks the model and so leads nowhere.
  static func textInStates(for take: DemoTake) -> String {
    text(for: take, modelID: take.model == .sora ? "" : take.model.name)
  }

  static func take(from id: String) throws(Flaw) -> DemoTake {
    guard id.hasPrefix("video_"), let data = Data(base64Encoded: padded(String(id.dropFirst(6)))) else {
      throw .unreadable
    }
    let inner = String(decoding: data, as: UTF8.self)
    let fields = inner.split(separator: ";", maxSplits: 2).map { $0.split(separator: ":").last.map(String.init) ?? "" }
    guard fields.count == 3, let model = DemoModel(rawValue: fields[1]) else { throw .unreadable }
    let operation = fields[2]
    guard let ticket = operation.split(whereSeparator: { $0 == "/" || $0 == "_" }).last,
      let take = take(fromTicket: ticket, model: model)
    else { throw .noSuchOperation(operation, model) }
    return take
  }

  private static func text(for take: DemoTake, modelID: String) -> String {
    let inner =
      switch take.model {
      case .veo:
        "litellm:custom_llm_provider:vertex_ai;model_id:\(modelID);video_id:projects/demo/locations/loopback/"
          + "publishers/google/models/\(take.model.name)/operations/\(ticket(for: take))"
      case .sora:
        "litellm:custom_llm_provider:openai;model_id:\(modelID);video_id:video_\(ticket(for: take))"
      }
    return "video_" + Data(inner.utf8).base64EncodedString()
  }

  /// Both alphabets of base64, with and without the padding.
  private static func padded(_ base64: String) -> String {
    let plain = base64.replacing("-", with: "+").replacing("_", with: "/").filter { $0 != "=" }
    return plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
  }
}

extension TakeID {
  private static let ticketByteCount = 22

  private static func ticket(for take: DemoTake) -> String {
    var bytes: [UInt8] = [1]
    bytes += UInt64(clamping: take.createdMilliseconds).bigEndianBytes.suffix(6)
    bytes.append(UInt8(clamping: take.seconds))
    bytes += UInt16(clamping: take.size.width).bigEndianBytes
    bytes += UInt16(clamping: take.size.height).bigEndianBytes
    bytes.append(take.effect?.rawValue ?? 0)
    bytes += take.nonce.bigEndianBytes.suffix(5)
    bytes += check(of: bytes, model: take.model)
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func take(fromTicket ticket: Substring, model: DemoModel) -> DemoTake? {
    let digits = Array(ticket.utf8)
    guard digits.count == 2 * ticketByteCount else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { at in
      UInt8(String(decoding: digits[at..<at + 2], as: UTF8.self), radix: 16)
    }
    guard bytes.count == ticketByteCount, bytes[0] == 1 else { return nil }
    guard Array(bytes[18...]) == check(of: bytes[..<18], model: model) else { return nil }
    return DemoTake(
      createdMilliseconds: Int(bigEndianBytes: bytes[1..<7]),
      model: model,
      seconds: Int(bytes[7]),
      size: VideoSize(width: Int(bigEndianBytes: bytes[8..<10]), height: Int(bigEndianBytes: bytes[10..<12])),
      effect: DemoEffect(rawValue: bytes[12]),
      nonce: UInt64(bigEndianBytes: bytes[13..<18]))
  }

  private static func check(of bytes: some Sequence<UInt8>, model: DemoModel) -> [UInt8] {
    UInt32(truncatingIfNeeded: fingerprint(Array(bytes) + Array(model.name.utf8))).bigEndianBytes
  }
}
