import DailiesCore
import DailiesRuntime

extension Report {
  func write() { StandardOutput.write(jsonLine + "\n") }
}
