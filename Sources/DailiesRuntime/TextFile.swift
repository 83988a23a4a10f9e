import CDispatch  // the module that Swift takes the structures of the system for
package import DailiesCore
import Foundation

/// A text on its way between the prompt and an editor: `edit-PID.md` in the state folder. It is removed when its text is in
/// the store, so one that is there after a crash is somebody's words.
package struct TextFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package struct SystemFailure: Error {
    let code: Int32
    package var message: String { String(cString: strerror(code)) }
  }

  /// Prompts of more bytes than this are a mistake.
  private static let largest = 4 << 20

  /// Makes the file, mode 0600, on disk before anybody edits it.
  static func make(holding text: String, in folder: String) throws(SystemFailure) -> TextFile {
    var number = 1
    while true {
      let path = "\(folder)/edit-\(getpid())" + (number > 1 ? "-\(number)" : "") + ".md"
      guard hold(path) || number >= 1000 else {
        number += 1
        continue
      }
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      let code = errno
      if descriptor < 0 { letGo(path) }
      if descriptor < 0, code == EEXIST, number < 1000 {
        number += 1
        continue
      }
      guard descriptor >= 0 else { throw SystemFailure(code: code) }
      defer { close(descriptor) }
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          let code = errno
          TextFile(path: path).remove()
          throw SystemFailure(code: code)
        }
        rest = rest.dropFirst(count)
      }
      fsync(descriptor)
      return TextFile(path: path)
    }
  }

  /// What is in the file, without the line end that closes it. What is unusable stays where it is.
  package func read() -> EditedText {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failed(.noFile(SystemFailure(code: errno).message), file: nil) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.largest {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failed(.noFile(SystemFailure(code: errno).message), file: path) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard bytes.count <= Self.largest else { return .failed(.tooLong, file: path) }
    guard var text = String(validating: bytes, as: UTF8.self) else { return .failed(.notText, file: path) }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    text = text.replacing("\r\n", with: "\n")
    if text.hasSuffix("\n") { text.removeLast() }
    if text.allSatisfy(\.isWhitespace) { return .failed(.empty, file: path) }
    return .text(text, file: path)
  }

  package func remove() {
    unlink(path)
    unlink(path + ".lock")
    Self.letGo(path)
  }

  /// What programs left in the folder that do not run any more, the newest last. Files without words are removed.
  package static func left(in folder: String) -> [TextFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { isLeft($0, in: folder) }.map { TextFile(path: folder + "/" + $0) }
    let withWords = files.filter { file in
      guard case .failed(.empty, _) = file.read() else { return true }
      file.remove()
      return false
    }
    return withWords.sorted { $0.changed < $1.changed }
  }

  private static func isLeft(_ name: String, in folder: String) -> Bool {
    guard name.hasPrefix("edit-"), name.hasSuffix(".md") else { return false }
    guard let id = pid_t(name.dropFirst(5).prefix { $0.isASCII && $0.isNumber }), id > 0 else { return false }
    return isLeft(folder + "/" + name, pid: id)
  }

  private var changed: Date {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }
}
