import Dispatch
import Foundation

/// The modes of a terminal's driver, to be compared: every flag, every special character, both speeds.
struct TerminalState: Equatable, CustomStringConvertible {
  private let flags: [UInt32]
  private let characters: [UInt8]

  init(of descriptor: Int32) {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag, cfgetispeed(&modes), cfgetospeed(&modes)]
    characters = withUnsafeBytes(of: &modes.c_cc) { Array($0) }
  }

  var description: String { "\(flags.map { String($0, radix: 16) }) \(characters)" }
}
