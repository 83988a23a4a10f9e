public import Logging
public import VideosAPI

extension VideosClient {
  /// Limits of a client, and how it reaches the network. The defaults are those of the Videos API reference.
  public struct Options: Sendable {
    /// From the first packet to a connection that can carry a request, encryption included.
    public var connectLimit = Duration.seconds(10)
    /// How long a create may stay without an answer after it was sent. The server may try its own upstream several
    /// times.
    public var createLimit = Duration.seconds(240)
    /// How long a state or model query may take in all.
    public var queryLimit = Duration.seconds(60)
    /// How long the transfer of a film may be silent, before its first byte too. There is no limit in all.
    public var contentSilenceLimit = Duration.seconds(300)
    /// How long sending may make no progress.
    public var sendSilenceLimit = Duration.seconds(60)
    public var proxies = ProxySettings.direct
    /// Whether plain http to other machines was agreed to; it also covers where films are fetched from.
    public var allowsPlainHTTP = false
    /// How the service wants pictures.
    public var pictureEncoding = ImageEncoding.dataURL
    public var userAgent = "dailies"
    /// Gets one line for each answer or failure: no key, no prompt, no id.
    public var logger = Logger(label: "videos-http") { _ in SwiftLogNoOpLogHandler() }

    public init() {}
  }
}
