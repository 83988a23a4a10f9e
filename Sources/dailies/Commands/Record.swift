import ArgumentParser
import DailiesCore
import DailiesRuntime
import DailiesScript
import Foundation

/// Plays scripts of the whole program on its demo service, and writes what they show: the pictures of the documentation.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Play a script and write what it shows.",
    discussion: "Every screen that the script names becomes a file of its own.", shouldDisplay: false)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// One text for each screen.
    case txt
    /// One picture for each screen.
    case svg
    /// The whole session for asciinema.
    case cast
  }

  @Argument(help: "The scripts.", completion: .file(extensions: ["script"]))
  var scripts: [String]

  @Option(help: ArgumentHelp("The folder that the files go to.", valueName: "folder"))
  var out = "."

  @Option(help: "What to write: txt, svg, cast.")
  var format: [Format] = Format.allCases

  func run() throws {
    let variables = KeyStore.Environment.taken().variables
    let assets: String
    do {
      assets = try AssetFolder.find(environment: variables)
    } catch {
      throw Failure(error, .english)
    }
    for path in scripts {
      do {
        try record(path, clips: assets + "/clips", tools: variables["PATH"] ?? "")
      } catch let error as ScriptError {
        throw Failure(CommandExit.failed, error.description)
      } catch let error as CocoaError {
        throw Failure(CommandExit.failed, error.localizedDescription)
      }
    }
  }

  private func record(_ path: String, clips: String, tools: String) throws {
    let file = URL(filePath: path)
    let name = file.deletingPathExtension().lastPathComponent
    let script = try Script(name: name, text: String(contentsOf: file, encoding: .utf8))
    var player = ScriptPlayer(clips: clips)
    player.keepsFrames = format.contains(.cast)
    player.films = FrameWorkshop(path: tools, folder: "", limit: { 0 }, images: "", clock: .live()).access
    let playing = player
    let recording = try waitFor { try await playing.play(script) }

    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ text: String, _ name: String, _ format: Format) throws {
      guard self.format.contains(format) else { return }
      let file = folder.appending(path: "\(name).\(format.rawValue)")
      try text.write(to: file, atomically: true, encoding: .utf8)
      StandardOutput.write(file.relativePath + "\n")
    }
    for screen in recording.screens {
      try write(ScreenText.text(of: screen.canvas), screen.name, .txt)
      try write(ScreenPicture.svg(of: screen.canvas, title: "Dailies: \(screen.name)"), screen.name, .svg)
    }
    try write(Asciicast.text(of: recording, title: "Dailies: \(name)"), name, .cast)
  }
}
