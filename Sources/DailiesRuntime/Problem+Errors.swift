package import DailiesCore
package import DailiesStore
import TerminalCanvas
import VideosAPI
package import VideosHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Problem: Error {}

/// The one place where errors of the parts below become what a person reads. Foreign text is made printable here.
extension Problem {
  package init(_ error: VideosError) {
    if case .service(.unknownID) = error.code {
      // Services say it in the words of their own library: those are kept whole, and not shown in the sentence.
      let words = error.raw.isEmpty ? error.message : error.raw
      self.init(.notFound, raw: words.isEmpty ? nil : PrintableText.cleanLines(words), status: error.status)
      return
    }
    self.init(
      Self.kind(of: error), detail: PrintableText.clean(error.message),
      raw: error.raw.isEmpty ? nil : PrintableText.cleanLines(error.raw), status: error.status)
  }

  package init(_ fault: DownloadFault) {
    switch fault {
    case .notAFilm(let reason), .noBeginning(let reason):
      self.init(.notAFilm, detail: PrintableText.clean(reason))
    case .coded(let coding):
      self.init(.notAFilm, detail: PrintableText.clean("Content-Encoding: \(coding)"))
    case .incomplete(let received, let expected):
      self.init(.filmIncomplete, detail: "\(received) / \(expected)")
    case .filmChanged(let reason):
      self.init(.filmChanged, detail: PrintableText.clean(reason))
    }
  }

  package init(_ fault: FileFault) {
    let kind: Kind =
      switch fault.code {
      case ENOSPC, EDQUOT: .diskFull
      case EROFS, EACCES, EPERM, ENOENT, ENOTDIR: .folderNotWritable
      default: .fileFailed
      }
    let reason =
      fault.code == EWOULDBLOCK
      ? Reason(Phrase("in use by another program", "另一个程序正在使用")) : Reason(systemCode: fault.code)
    self.init(kind, Reason(PrintableText.clean(fault.operation), reason))
  }

  package init(_ lack: SpaceLack) {
    self.init(.diskFull, Reason(Strings.spaceLeft, PrintableText.clean(lack.folder), ByteCount(lack.free).text))
  }

  package init(_ error: StoreError) {
    if case .overLimit(let finding) = error.code {
      self = finding.problem
      return
    }
    self.init(.storeFailed, detail: PrintableText.clean(error.description))
  }

  /// Any error of a part below.
  package init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as VideosError: self.init(error)
    case let fault as DownloadFault: self.init(fault)
    case let fault as FileFault: self.init(fault)
    case let lack as SpaceLack: self.init(lack)
    case let error as StoreError: self.init(error)
    case MissingPart.id: self.init(.notFound)
    case MissingPart.key: self.init(.keyMissing)
    case is CancellationError: self.init(.interrupted)
    default: self.init(.fileFailed, detail: PrintableText.clean("\(error)"))
    }
  }

  private static func kind(of error: VideosError) -> Kind {
    switch error.code {
    case .invalidRequest(.pictureIsEmpty), .invalidRequest(.pictureIsNot), .invalidRequest(.pictureAddress),
      .invalidRequest(.pictureAddressAsFile):
      return .imageUnreadable
    case .invalidRequest, .invalidID: return .badRequest
    case .addressRefused, .encryptionFailed: return .insecure
    case .nameNotFound, .cannotConnect, .connectTimedOut, .proxyFailed: return .unreachable
    case .connectionCut, .timedOut:
      // Only a create that is lost may have been charged; all others are simply asked again.
      return error.operation == .create ? .answerLost : .unreachable
    case .cancelled: return .interrupted
    case .tooManyRedirects: return .redirected
    case .unreadableAnswer: return .unreadableAnswer
    case .noID: return .idMissing
    case .service(let kind): return Self.kind(of: kind, status: error.status, message: error.message)
    case .other: return error.stage == .answerLost && error.operation == .create ? .answerLost : .unreachable
    }
  }

  private static func kind(of error: ErrorKind, status: Int?, message: String) -> Kind {
    switch error {
    case .badRequest: namesNoModel(message) ? .modelUnknown : .badRequest
    case .contentRefused: .contentRefused
    case .keyRefused: .keyRefused
    case .balanceUsedUp: .balanceUsedUp
    case .unknownID, .notFoundRoute: .notFound
    case .expired: .expired
    case .withheld: .withheld
    case .rateLimited: .rateLimited
    case .tooLarge: .tooLarge
    case .methodRefused: .methodRefused
    case .notReady, .passing, .other: (300..<400).contains(status ?? 0) ? .redirected : .serviceFault
    }
  }

  private static func namesNoModel(_ message: String) -> Bool {
    let words = message.lowercased()
    return ["invalid model", "model_not_found", "model not found", "unknown model"].contains { words.contains($0) }
  }
}
