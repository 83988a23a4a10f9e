/// What a `range` header asks of a film.
///
/// Source: RFC 9110, sections 14.1.2 (byte ranges), 14.2 (a range that is not understood is ignored), 15.5.17 (416).
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  init(_ header: String?, of byteCount: Int) {
    self = .whole
    guard let header, header.lowercased().hasPrefix("bytes=") else { return }
    let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    // Several ranges hold a comma, which is no digit: they are ignored, as section 14.2 permits.
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return }
    switch (Int(ends[0]), Int(ends[1])) {
    case (let first?, let last?) where last >= first:
      self = first < byteCount ? .part(first..<min(last + 1, byteCount)) : .unsatisfiable
    case (let first?, nil) where ends[1].isEmpty:
      self = first < byteCount ? .part(first..<byteCount) : .unsatisfiable
    case (nil, let length?) where ends[0].isEmpty:
      self = length > 0 ? .part(max(0, byteCount - length)..<byteCount) : .unsatisfiable
    default: return
    }
  }
}
