/// Decides how to go on with a file of which some bytes may already be on disk.
///
/// Source: RFC 9110, sections 8.8.1 (strong validators), 13.1.5 (If-Range), 14.4 (Content-Range), 15.3.7 (206) and
/// 15.5.17 (416).
package enum DownloadPlan {
  /// What is kept beside a partial file, to know the same film again.
  package struct Kept: Hashable, Sendable {
    /// Length of the partial file, in bytes; 0 for a fresh start.
    package var bytesOnDisk: Int64
    /// The strong `ETag` of the answer these bytes came from, or nil when there was none.
    package var validator: String?
    /// The whole film's length in that answer, in bytes.
    package var length: Int64?

    package init(bytesOnDisk: Int64 = 0, validator: String? = nil, length: Int64? = nil) {
      self.bytesOnDisk = bytesOnDisk
      self.validator = validator
      self.length = length
    }
  }

  /// What to ask for: the film from `offset` on if it is still the same one, or the whole film.
  package enum Request: Equatable, Sendable {
    case whole
    case rest(offset: Int64, ifRange: String)
  }

  /// Status and headers of an answer with a body, or of a 416.
  package struct Answer: Hashable, Sendable {
    package var status: Int
    package var contentLength: Int64?
    package var contentRange: String?
    package var contentEncoding: String?
    package var etag: String?

    package init(
      status: Int, contentLength: Int64? = nil, contentRange: String? = nil, contentEncoding: String? = nil,
      etag: String? = nil
    ) {
      self.status = status
      self.contentLength = contentLength
      self.contentRange = contentRange
      self.contentEncoding = contentEncoding
      self.etag = etag
    }
  }

  /// What to do with the body that follows.
  package enum Decision: Equatable, Sendable {
    /// The body goes on where the file ends; the whole film has `length` bytes, when that is known.
    case append(length: Int64?)
    /// The body is the whole film.
    case startOver(length: Int64?, validator: String?)
    /// The file is complete as it is.
    case complete
  }

  /// Bytes are asked for from the middle only when the server can tell whether they belong to the same film.
  package static func request(_ kept: Kept) -> Request {
    guard kept.bytesOnDisk > 0, let validator = kept.validator else { return .whole }
    return .rest(offset: kept.bytesOnDisk, ifRange: validator)
  }

  /// - Throws: `DownloadFault.filmChanged` when the answer is about another film than the bytes on disk, or does not
  ///   fit what was asked for: the next request is to be for the whole film. `.coded` when the film comes compressed.
  package static func decide(_ kept: Kept, asked request: Request, answer: Answer) throws(DownloadFault) -> Decision {
    if let coding = answer.contentEncoding?.lowercased(), !coding.isEmpty, coding != "identity" {
      throw .coded(coding)
    }
    let validator = answer.etag.flatMap(strong)
    switch (answer.status, request) {
    case (206, .rest(let offset, let asked)):
      guard let range = answer.contentRange.flatMap(ContentRange.init), let first = range.bytes?.lowerBound else {
        throw .filmChanged("206 without a usable Content-Range")
      }
      guard first == offset else { throw .filmChanged("asked for byte \(offset), got byte \(first)") }
      if let validator, validator != asked { throw .filmChanged("ETag \(asked) became \(validator)") }
      if let length = range.length, let before = kept.length, length != before {
        throw .filmChanged("\(before) bytes became \(length)")
      }
      return .append(length: range.length ?? kept.length)
    case (206, .whole):
      throw .filmChanged("a part of the film, which was not asked for")
    case (416, .rest(let offset, _)):
      let length = answer.contentRange.flatMap(ContentRange.init)?.length
      // The newer word about the length counts; whether the file is a whole film is checked all the same.
      guard length == offset else {
        throw .filmChanged("no bytes from \(offset) on\(length.map { ", it has \($0)" } ?? "")")
      }
      return .complete
    default:
      return .startOver(length: answer.contentLength, validator: validator)
    }
  }

  /// An entity tag that stands for exactly the same bytes; weak ones (`W/`) do not.
  private static func strong(_ etag: String) -> String? {
    etag.hasPrefix("\"") && etag.hasSuffix("\"") && etag.utf8.count > 2 ? etag : nil
  }
}

/// A `Content-Range` of bytes.
struct ContentRange: Hashable {
  /// The bytes that follow; nil in a 416.
  let bytes: ClosedRange<Int64>?
  /// Length of the whole; nil for `*`.
  let length: Int64?

  /// Reads `bytes 100-199/200`, `bytes 100-199/*` or `bytes */200`; nil for anything else.
  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0].lowercased() == "bytes" else { return nil }
    let sides = words[1].split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    if sides[1] == "*" {
      length = nil
    } else {
      guard let number = Self.number(sides[1]) else { return nil }
      length = number
    }
    if sides[0] == "*" {
      guard length != nil else { return nil }
      bytes = nil
    } else {
      let ends = sides[0].split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]), first <= last,
        last < length ?? .max
      else { return nil }
      bytes = first...last
    }
  }

  private static func number(_ digits: Substring) -> Int64? {
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(digits) : nil
  }
}
