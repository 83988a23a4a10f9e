import Foundation

/// What the kernel says about processes.
enum ProcessTable {
  static var ownPID: Int32 { ProcessInfo.processInfo.processIdentifier }

  /// Boot id and process namespace; empty where the kernel does not tell.
  static let place: String = {
    let boot = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
    let namespace = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
    guard !boot.isEmpty, let namespace else { return "" }
    return String(decoding: boot, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) + " " + namespace
  }()

  /// When a process started, in clock ticks since boot; nil when it is gone or only waits to be reaped.
  ///
  /// Source: proc(5), `/proc/PID/stat`, fields 3 (state) and 22 (starttime). The second field is a name in brackets
  /// that may itself hold blanks and brackets, so fields are counted from the last bracket on.
  static func start(of pid: Int32) -> String? {
    guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return nil }
    let line = String(decoding: data, as: UTF8.self)
    guard let bracket = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: bracket)...].split(separator: " ")
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return String(fields[19])
  }

  /// 128 random bits in hexadecimal.
  static func randomToken() -> String {
    (0..<4).map { _ in
      let digits = String(UInt32.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
