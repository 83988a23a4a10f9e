import DailiesCore
import DailiesRuntime

/// The JSON of commands that answer with several takes. The fields are a promise.
struct Report: Codable {
  var version = TakeReport.version
  var exitCode: Int32?
  var total: Int?
  var takes: [TakeReport]
  /// Takes that the service could not be asked about.
  var unreached: [String]?

  func write() { StandardOutput.write(jsonLine + "\n") }
}
