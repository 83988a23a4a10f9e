import DailiesCore
import TerminalCanvas
import VideosAPI
import VideosHTTP

extension Wiring {
  /// What lies at an address that a person gave for a picture. The demo service fetches nothing, so nothing is asked.
  func finding(at address: String) async -> ImageFinding {
    guard !surroundings.isDemo else { return .answers }
    var options = VideosClient.Options()
    options.proxies = ProxySettings(environment: surroundings.environment.variables)
    do {
      return ImageFinding(try await AddressProbe(options: options).look(at: address))
    } catch {
      return .doubtful(.noAnswer(PrintableText.clean(error.message)))
    }
  }
}

extension ImageFinding {
  init(_ answer: AddressProbe.Finding) {
    if let facts = PictureFacts(reading: answer.beginning, byteCount: answer.byteCount ?? 0) {
      self = .picture(facts)
    } else if (200..<300).contains(answer.status), answer.mediaType.hasPrefix("image/") {
      self = .answers
    } else if !(200..<300).contains(answer.status) {
      self = .doubtful(.status(answer.status))
    } else {
      self = .doubtful(.notAPicture(PrintableText.clean(answer.mediaType)))
    }
  }
}
