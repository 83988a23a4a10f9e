import DailiesCore
import DailiesRuntime
import Foundation

/// The JSON of commands that answer with several takes. The fields are a promise.
struct Report: Codable {
  var version = TakeReport.version
  var exitCode: Int32?
  var total: Int?
  var takes: [TakeReport]
  /// Takes that the service could not be asked about.
  var unreached: [String]?

  func write() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return }
    StandardOutput.write(String(decoding: data, as: UTF8.self) + "\n")
  }
}
