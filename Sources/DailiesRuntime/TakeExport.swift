package import DailiesCore
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Takes as a file of their own.
package enum TakeExport {
  /// Looks into the films of takes, one after the other, as far as a format wants to know of them.
  package static func glances(
    _ takes: [Take], for format: ExportFormat, by look: FrameAccess.Glance
  ) async -> [Take.Number: FilmGlance] {
    guard let what = format.glance else { return [:] }
    var glances: [Take.Number: FilmGlance] = [:]
    for take in takes {
      guard let path = take.savedPath, !Task.isCancelled else { continue }
      glances[take.number] = await look(path, what)
    }
    return glances
  }

  /// - Parameters:
  ///   - times: How long one's own takes took, for the estimates in JSON.
  ///   - now: When it is told.
  package static func text(
    _ takes: [Take], as format: ExportFormat, _ options: ExportOptions, times: TakeTimes = TakeTimes(),
    at now: Timestamp
  ) -> ExportedTakes {
    format.write(takes, options) { takes in
      Report(total: takes.count, takes: takes.map { TakeReport($0, times: times, at: now) }).jsonLine + "\n"
    }
  }

  /// Writes a text in one step: whoever looks sees all of it, or nothing. May wait.
  ///
  /// - Parameters:
  ///   - path: Absolute.
  ///   - replaces: Whether a file that is there may be written over.
  /// - Throws: One that `isTaken` when the file is there and stays.
  package static func write(_ text: String, to path: String, replaces: Bool) throws(ExportFault) {
    do throws(FileFault) {
      // Known before anything is written, where that is possible; the last step decides.
      if !replaces, SystemFile.exists(path) { throw FileFault(code: EEXIST, operation: "write \(path)") }
      try SystemFile.place(Array(text.utf8), at: path, replaces: replaces)
    } catch {
      throw ExportFault(isTaken: SystemFile.isTaken(error), reason: Reason(systemCode: error.code))
    }
  }
}

/// Why a file of takes was not written.
package struct ExportFault: Error {
  /// There is a file of that name.
  package var isTaken: Bool
  package var reason: Reason
}

/// The JSON of what answers with several takes. The fields are a promise.
package struct Report: Codable, Equatable {
  package var version = TakeReport.version
  package var exitCode: Int32?
  package var total: Int?
  package var takes: [TakeReport]
  /// Takes that the service could not be asked about.
  package var unreached: [String]?

  package init(exitCode: Int32? = nil, total: Int? = nil, takes: [TakeReport], unreached: [String]? = nil) {
    self.exitCode = exitCode
    self.total = total
    self.takes = takes
    self.unreached = unreached
  }
}
