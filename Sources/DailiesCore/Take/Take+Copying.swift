extension Take {
  /// What an entry of the copy menu puts on the clipboard; nil while the take has no such thing.
  package func copyText(_ command: Command) -> String? {
    switch command {
    case .copyID: videoID
    case .copyPrompt: order.prompt
    case .copyPath: filePath
    case .copyAddress: filmAddress ?? contentAddress
    case .copyCurl:
      contentAddress.map { "curl -L -H \"Authorization: Bearer $DAILIES_API_KEY\" -o \(number).mp4 '\($0)'" }
    case .copyError: problem.map(supportNote)
    default: nil
    }
  }

  /// Where the service hands out the film (Videos API reference, "Film").
  private var contentAddress: String? {
    guard let videoID else { return nil }
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let segment = videoID.utf8.map { byte in
      unreserved.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    let base = service.baseURL.hasSuffix("/") ? String(service.baseURL.dropLast()) : service.baseURL
    return base + "/videos/" + segment + "/content"
  }

  private func supportNote(_ problem: Problem) -> String {
    var lines = [
      "Take \(number), model \(order.model), \(secondsText) s, \(sizeText)",
      "Service: \(service.baseURL)",
      "ID: \(videoID ?? "none")",
    ]
    if let status = problem.status { lines.append("HTTP status: \(status)") }
    lines.append(problem.kind.what.english + (problem.detail.isEmpty ? "" : ": " + problem.detail))
    if let raw = problem.raw { lines.append(raw) }
    return lines.joined(separator: "\n")
  }
}
