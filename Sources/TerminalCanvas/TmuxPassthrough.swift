/// Hands a control string through tmux to the terminal around it; tmux does so where `allow-passthrough` is on, and drops it
/// where it is off.
///
/// Source: tmux(1), `allow-passthrough`.
package enum TmuxPassthrough {
  package static func wrapped(_ text: String) -> String {
    "\u{1B}Ptmux;" + text.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
  }

  package static func wrapped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var wrapped = Array("\u{1B}Ptmux;".utf8)
    for byte in bytes {
      if byte == 0x1B { wrapped.append(byte) }
      wrapped.append(byte)
    }
    return wrapped + "\u{1B}\\".utf8
  }
}
