/// The control strings of the kitty graphics protocol. A terminal that knows nothing of it ignores them, as it does every
/// application program command (APC).
///
/// All but the question are quiet (`q=2`): nothing is answered that could be taken for a key.
///
/// Source: kitty, "Terminal graphics protocol".
package enum KittyGraphics {
  /// Most of an escape sequence that all terminals take, in bytes of base64; a multiple of 4.
  private static let chunk = 4096
  /// The question's own number, under which no picture is kept.
  package static let questionID = 31

  /// Asks whether pixels are taken: one pixel, looked at and forgotten.
  package static let question = "\u{1B}_Gi=\(questionID),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"

  /// Hands over a picture and shows it over `columns` x `rows` cells from the cursor on, which stays where it is.
  ///
  /// - Parameter png: A PNG of any size; the terminal stretches it.
  package static func showing(png: [UInt8], id: UInt32, columns: Int, rows: Int) -> [UInt8] {
    let payload = Base64.encode(png)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(payload.count + payload.count / chunk * 16 + 64)
    var at = 0
    repeat {
      let end = min(payload.count, at + chunk)
      let first = at == 0 ? "a=T,f=100,t=d,i=\(id),p=1,c=\(columns),r=\(rows),C=1,q=2," : ""
      bytes += "\u{1B}_G\(first)m=\(end < payload.count ? 1 : 0);".utf8
      bytes += payload[at..<end]
      bytes += "\u{1B}\\".utf8
      at = end
    } while at < payload.count
    return bytes
  }

  /// Shows a picture that is there already in another place.
  package static func moving(_ id: UInt32, columns: Int, rows: Int) -> String {
    "\u{1B}_Ga=p,i=\(id),p=1,c=\(columns),r=\(rows),C=1,q=2\u{1B}\\"
  }

  /// Takes a picture away and frees what it took.
  package static func removing(_ id: UInt32) -> String { "\u{1B}_Ga=d,d=I,i=\(id),q=2\u{1B}\\" }

  /// Takes away all that is on the screen.
  package static let removingAll = "\u{1B}_Ga=d,d=A,q=2\u{1B}\\"
}
