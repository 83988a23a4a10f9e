import Foundation
import TestSupport
import Testing

extension Workplace {
  /// A home with a picture in it: one colour, 1600 x 900.
  static func withPicture(settings: String = "") throws -> Workplace {
    let workplace = try Workplace(settings: settings)
    let outcome = try workplace.run(
      "/usr/bin/env",
      [
        "ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i", "color=c=0x2060A0:s=1600x900", "-frames:v", "1",
        workplace.picture,
      ])
    try #require(outcome.end == .code(0), "\(outcome.errors)")
    return workplace
  }

  var picture: String { folder + "/home/sea.png" }

  /// The pixel in the middle of a picture at home, as ffmpeg reads it.
  func middle(of file: String) throws -> [UInt8] {
    let output = folder + "/pixel.raw"
    let outcome = try run(
      "/usr/bin/env",
      [
        "ffmpeg", "-v", "error", "-nostdin", "-y", "-i", folder + "/home/" + file, "-vf", "crop=1:1", "-f", "rawvideo",
        "-pix_fmt", "rgb24", output,
      ])
    try #require(outcome.end == .code(0), "\(outcome.errors)")
    return [UInt8](FileManager.default.contents(atPath: output) ?? Data())
  }
}

extension PseudoTerminal {
  /// F6, and the picture pasted as a file that is dropped.
  func openProof(_ workplace: Workplace) {
    send("\u{1B}[17~")
    send("\u{1B}[200~\(workplace.picture)\u{1B}[201~\r")
  }

  /// Waits for a whole picture after `mark`; the last one there.
  func picture(from mark: Int) throws -> KittyReader.Picture {
    try wait(for: "a picture") {
      KittyReader.pictures(in: Array($0.transcript[mark...])).contains { !$0.payload.isEmpty }
    }
    return try #require(KittyReader.pictures(in: Array(transcript[mark...])).last)
  }
}
