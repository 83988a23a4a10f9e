import DailiesCore
import DailiesRuntime
import Foundation

/// Brings a saved film to another folder, when another program saved it elsewhere.
enum FilmCopy {
  /// - Returns: The take with the path of its file in `folder`; the take as it is when it has no film.
  static func bring(_ take: Take, to folder: String, _ language: Language) throws -> Take {
    guard take.phase == .saved, let path = take.filePath else { return take }
    let source = URL(filePath: path)
    guard source.deletingLastPathComponent().plainPath != URL(filePath: folder).standardizedFileURL.plainPath else {
      return take
    }
    var copy = take
    do {
      let film = try FilmCopying.copy(path, to: folder)
      copy.filePath = film
      FilmCopying.bringSidecar(of: take, beside: film)
    } catch {
      throw Failure(CommandExit.notSaved, Problem(error).text(language, take.number))
    }
    return copy
  }
}
