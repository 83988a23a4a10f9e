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

  package static let placeholderQuestionID = 32

  /// Asks for what cannot be: a picture that is shown by placeholders and beside another. A terminal that takes it knows nothing
  /// of placeholders, and had better not be sent any.
  package static let placeholderQuestion =
    "\u{1B}_Ga=t,i=\(placeholderQuestionID),s=1,v=1,t=d,f=24,q=2;AAAA\u{1B}\\"
    + "\u{1B}_Ga=p,U=1,i=\(placeholderQuestionID),P=\(placeholderQuestionID),Q=1,c=1,r=1,C=1\u{1B}\\"
    + removing(UInt32(placeholderQuestionID))

  /// Hands over a picture and shows it over `columns` x `rows` cells from the cursor on, which stays where it is.
  ///
  /// - Parameter png: A PNG of any size; the terminal stretches it.
  package static func showing(png: [UInt8], id: UInt32, columns: Int, rows: Int) -> [UInt8] {
    pieces(of: png, "a=T,f=100,t=d,i=\(id),p=1,c=\(columns),r=\(rows),C=1,q=2,").flatMap { $0 }
  }

  /// Hands over a picture through tmux, to be drawn wherever placeholders of its number stand. Nothing is drawn before.
  package static func showingPlaceholders(png: [UInt8], id: UInt32, columns: Int, rows: Int) -> [UInt8] {
    pieces(of: png, "a=T,U=1,f=100,t=d,i=\(id),c=\(columns),r=\(rows),q=2,").flatMap { TmuxPassthrough.wrapped($0) }
  }

  /// A picture as control strings, the first of them with `keys`.
  private static func pieces(of png: [UInt8], _ keys: String) -> [[UInt8]] {
    let payload = Base64.encode(png)
    return stride(from: 0, to: payload.count, by: chunk).map { start in
      let end = min(payload.count, start + chunk)
      return Array("\u{1B}_G\(start == 0 ? keys : "")m=\(end < payload.count ? 1 : 0);".utf8) + payload[start..<end]
        + "\u{1B}\\".utf8
    }
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
