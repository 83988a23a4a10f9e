import Foundation

/// Programs that are not ours, as judges of what we write: files in, files out.
enum OtherProgram {
  struct Failed: Error {
    let program: String
    let words: String
  }

  /// The pixels of a PNG as ffmpeg reads it, three bytes each, and their size as the file says it.
  static func pixels(ofPNG png: [UInt8]) throws -> (width: Int, height: Int, rgb: [UInt8]) {
    let rgb = try run("ffmpeg", png, ending: "png") { input, output in
      ["-v", "error", "-nostdin", "-y", "-i", input, "-f", "rawvideo", "-pix_fmt", "rgb24", output]
    }
    let numbers = stride(from: 16, to: 24, by: 4).map { at in
      png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return (numbers[0], numbers[1], rgb)
  }

  /// The pixels of a sixel string as libsixel reads it.
  static func pixels(ofSixel sixel: [UInt8]) throws -> (width: Int, height: Int, rgb: [UInt8]) {
    try pixels(ofPNG: run("sixel2png", sixel, ending: "six") { ["-i", $0, "-o", $1] })
  }

  private static func run(
    _ program: String, _ input: [UInt8], ending: String, arguments: (_ input: String, _ output: String) -> [String]
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dailies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (from, to) = (folder.appending(path: "in." + ending), folder.appending(path: "out"))
    try Data(input).write(to: from)
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [program] + arguments(from.path(percentEncoded: false), to.path(percentEncoded: false))
    process.standardInput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let words = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0,
      let output = FileManager.default.contents(atPath: to.path(percentEncoded: false))
    else { throw Failed(program: program, words: String(decoding: words, as: UTF8.self)) }
    return Array(output)
  }
}
