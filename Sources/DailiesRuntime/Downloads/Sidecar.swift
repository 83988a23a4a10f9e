import DailiesCore
import Foundation

/// What is known of a film, for whoever finds it: `NAME.json` beside `NAME.mp4`. Holds no key and no password.
///
/// Its fields are those of `TakeReport`, and as much of a promise, as they were when the film was saved, with what a person
/// has said of it since. `program` says
/// whose file it is, and `file` is the film's name alone: films are moved together with what lies beside them.
struct Sidecar: Encodable, Sendable {
  private static let ending = ".json"
  private static let program = "dailies"
  /// A larger file is none of ours, in bytes.
  private static let longest: Int64 = 16 << 20

  private enum Key: String, CodingKey { case program }

  /// What a sidecar is known by.
  private struct Mark: Decodable {
    var program: String
    var id: String
  }

  private let report: TakeReport

  init(_ take: Take) {
    var report = TakeReport(take)
    report.baseURL = Self.withoutUserInfo(report.baseURL)
    if case .address(let address) = take.order.image { report.image = Self.withoutUserInfo(address) }
    report.file = take.filePath.map { String($0.split(separator: "/").last ?? "") }
    report.isHidden = nil
    self.report = report
  }

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.program, forKey: .program)
  }

  /// Where the sidecar of a film lies.
  static func path(of film: String) -> String {
    (film.hasSuffix(FileName.ending) ? String(film.dropLast(FileName.ending.count)) : film) + ending
  }

  /// Puts it beside a film in one step, in the place of an older one of the same video and of nothing else. May wait.
  ///
  /// - Throws: `FileFault`, one that `SystemFile.isTaken` knows when another file has the name. Nothing is left behind.
  func write(beside film: String) throws(FileFault) {
    let path = Self.path(of: film)
    try SystemFile.place(text, at: path, replaces: isOlder(path))
  }

  /// Writes it anew where an older one of the same video lies; elsewhere nothing is written. May wait.
  ///
  /// - Throws: `FileFault`; the older one stays as it was then.
  func rewrite(beside film: String) throws(FileFault) {
    if isOlder(Self.path(of: film)) { try write(beside: film) }
  }

  /// Puts one beside a copy of the take's film where one of ours lies beside the film itself. A copy is good without it:
  /// nothing is told when that fails. May wait.
  ///
  /// - Parameter copy: Path of the copied film.
  static func bring(of take: Take, beside copy: String) {
    guard let film = take.filePath, Sidecar(take).isOlder(path(of: film)) else { return }
    var take = take
    take.filePath = copy
    try? Sidecar(take).write(beside: copy)
  }

  /// A field a line, in alphabetical order: it is read by people as well.
  private var text: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(self)) ?? Data("{}".utf8)) + [UInt8(ascii: "\n")]
  }

  /// Whether a file is an older sidecar of the same video.
  private func isOlder(_ path: String) -> Bool {
    guard SystemFile.isPlain(path), let descriptor = try? SystemFile.openForReading(path) else { return false }
    defer { SystemFile.close(descriptor) }
    guard let length = try? SystemFile.length(descriptor, path: path), length <= Self.longest,
      let bytes = try? SystemFile.read(descriptor, at: 0, count: Int(length), path: path),
      let mark = try? JSONDecoder().decode(Mark.self, from: Data(bytes))
    else { return false }
    return mark.program == Self.program && mark.id == report.id
  }

  /// An address without the name and the password before its host.
  static func withoutUserInfo(_ address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return address }
    let rest = address[scheme.upperBound...]
    let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
    guard let at = rest[..<end].lastIndex(of: "@") else { return address }
    return String(address[..<scheme.upperBound]) + String(rest[rest.index(after: at)...])
  }
}
