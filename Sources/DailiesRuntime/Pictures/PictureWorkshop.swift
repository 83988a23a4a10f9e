package import DailiesCore
import Foundation
import Subprocess
import TerminalCanvas
import VideosAPI
import _NIOFileSystem

/// Draws pictures for the terminal and makes new ones in the shape of a film, by programs that are installed.
package struct PictureWorkshop: Sendable {
  private let tool: PictureTool?
  private let folder: String

  /// - Parameters:
  ///   - tool: Nil: none is installed, and it is said what is missing.
  ///   - folder: Where new pictures are kept; made when it is needed.
  package init(tool: PictureTool? = nil, folder: String = "") {
    self.tool = tool
    self.folder = folder
  }

  /// - Parameter path: The file, absolute or below the home folder with `~/`.
  func draw(_ path: String, width: Int, height: Int) async -> PixelGrid.Drawing {
    guard let tool else { return .toolMissing }
    let path = HomeFolder.expand(path)
    do throws(ImageFlaw) {
      let facts = try await PictureFile.load(path).facts
      let (bytes, reason) = await run(
        tool, tool.drawing(path, facts, width: width, height: height), limit: width * height * 3)
      guard let grid = PixelGrid(width: width, height: height, rgb: bytes) else {
        return .failed(Reason(quoting: reason))
      }
      return .pixels(grid)
    } catch {
      return .failed(error.reason)
    }
  }

  /// - Returns: The new picture, or why there is none. A PNG stays one, everything else becomes a JPEG.
  func fit(
    _ path: String, _ facts: PictureFacts, _ fit: PictureFit, frame: VideoSize
  ) async -> Result<ReferenceImage, PictureTrouble> {
    guard let tool else { return .failure(.toolMissing) }
    let path = HomeFolder.expand(path)
    let plan = PicturePlan(facts, frame: frame, fit: fit)
    let type: ImageMediaType = facts.mediaType == .png ? .png : .jpeg
    do {
      let target = try await FileWork.run { [folder] in
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return Self.freeName(for: path, "\(fit.rawValue)-\(plan.canvas)", type, in: folder)
      }
      let (_, reason) = await run(tool, tool.fitting(path, facts, plan, to: target, as: type), limit: 64 * 1024)
      // What was made is what counts, not what the program says of it.
      guard let made = try? await PictureFile.load(target).facts, made.shown == plan.canvas else {
        _ = try? await FileWork.run { try FileManager.default.removeItem(atPath: target) }
        return .failure(.failed(Reason(quoting: reason)))
      }
      return .success(.file(path: target))
    } catch {
      return .failure(.failed(Reason(quoting: PrintableText.clean((error as NSError).localizedDescription))))
    }
  }

  /// `lantern-crop-1280x720.jpg`, with a number where that is taken.
  ///
  /// - Parameter what: What was made of the file at `path`.
  static func freeName(for path: String, _ what: String, _ type: ImageMediaType, in folder: String) -> String {
    let base = "\(folder)/\(ReferenceImage.stem(of: path))-\(what)"
    let ending = type == .png ? ".png" : ".jpg"
    var number = 1
    while true {
      let name = base + (number > 1 ? "-\(number)" : "") + ending
      if !FileManager.default.fileExists(atPath: name) { return name }
      number += 1
    }
  }

  /// - Returns: What it wrote, at most `limit` bytes, and the first line of its complaint.
  private func run(_ tool: PictureTool, _ arguments: [String], limit: Int) async -> (bytes: [UInt8], reason: String) {
    var bytes: [UInt8] = []
    let complaint = await PictureProgram.run([tool.program] + arguments) { more in
      if bytes.count + more.count <= limit { bytes += more }
    }
    return (bytes, complaint ?? "")
  }
}

/// Why no new picture was made.
package enum PictureTrouble: Error, Equatable, Sendable {
  case toolMissing
  case failed(Reason)

  package var note: Note {
    switch self {
    case .toolMissing: Note(Strings.proofNeedsTool, tone: .attention)
    case .failed(let reason): Note(Strings.proofFailed, reason: reason, tone: .bad)
    }
  }
}
