import Testing
import VideosAPI

@testable import VideosHTTP

@Suite struct ProxyTests {
  /// A proxy that opens its tunnel and then plays the server at the other end itself.
  private let tunnel: FaultServer.Script = { request in
    request.method == "CONNECT"
      ? [.text("HTTP/1.1 200 Connection established\r\n\r\n")] : [.answer(200, #"{"id":"v1","status":"queued"}"#)]
  }

  private func proxies(_ server: FaultServer, user: String = "") -> ProxySettings {
    ProxySettings(environment: ["http_proxy": "http://\(user)127.0.0.1:\(server.port)", "no_proxy": "direct.example"])
  }

  @Test func callsGoThroughTheProxysTunnel() async throws {
    try await FaultServer.answering(tunnel).run { proxy in
      let options = VideosClient.Options.with { $0.proxies = proxies(proxy) }
      try await withClient("http://service.example:81/v1", allowsPlainHTTP: true, options: options) { client in
        let created = try await client.create(testRequest)
        #expect(created.video.id == "v1")
        let retrieved = try await client.retrieve("v1")
        #expect(retrieved.video.status == .queued)
      }
      #expect(proxy.requests.map(\.method) == ["CONNECT", "POST", "CONNECT", "GET"])
      #expect(
        proxy.requests.map(\.target) == ["service.example:81", "/v1/videos", "service.example:81", "/v1/videos/v1"])
      #expect(proxy.requests[0].headers["authorization"] == nil)
      #expect(proxy.requests[0].headers["proxy-authorization"] == nil)
    }
  }

  @Test func theProxyGetsItsNameAndPasswordAndNeverTheKey() async throws {
    try await FaultServer.answering { _ in [.text("HTTP/1.1 407 Who?\r\ncontent-length: 0\r\n\r\n")] }.run { proxy in
      let options = VideosClient.Options.with { $0.proxies = proxies(proxy, user: "me:p%40ss@") }
      let error = try await withClient("http://service.example/v1", allowsPlainHTTP: true, options: options) {
        await $0.failureOfCreate()
      }
      #expect(error?.stage == .notSent)
      #expect(error?.code == .proxyFailed)
      #expect(error.map(CreateVerdict.init) == .held(.notSent))
      #expect(proxy.requests.map(\.method) == ["CONNECT"])
      #expect(proxy.requests[0].headers["proxy-authorization"] == ["Basic bWU6cEBzcw=="])
      #expect(!"\(proxy.requests)".contains(testKey))
    }
  }

  @Test(arguments: [403, 502])
  func aProxyThatOpensNoTunnelMeansThatNothingWasSent(_ status: Int) async throws {
    try await FaultServer.answering { _ in [.text("HTTP/1.1 \(status) No\r\ncontent-length: 0\r\n\r\n")] }.run {
      proxy in
      let options = VideosClient.Options.with { $0.proxies = proxies(proxy) }
      let error = try await withClient("http://service.example/v1", allowsPlainHTTP: true, options: options) {
        await $0.failureOfCreate()
      }
      #expect(error?.stage == .notSent)
      #expect(error?.code == .proxyFailed)
    }
  }

  @Test func aProxyThatCannotBeUsedIsNotGoneAround() async throws {
    let options = VideosClient.Options.with {
      $0.proxies = ProxySettings(environment: ["HTTPS_PROXY": "https://me:secret@proxy.example"])
    }
    let error = try await withClient("https://service.example/v1", options: options) { await $0.failureOfCreate() }
    #expect(error?.stage == .notSent)
    #expect(error?.message == "this kind of proxy cannot be used: https://proxy.example")
  }
}

@Suite struct ProxySettingsTests {
  private func route(_ address: String, _ environment: [String: String]) throws -> ProxySettings.Route {
    ProxySettings(environment: environment).route(to: try #require(WebAddress(address)).origin)
  }

  private func proxy(_ host: String, _ port: Int) -> ProxySettings.Route {
    .httpProxy(host: host, port: port, user: nil, password: nil)
  }

  @Test func theSchemeChoosesTheVariable() throws {
    let environment = ["https_proxy": "a.example:1", "http_proxy": "b.example:2", "all_proxy": "c.example:3"]
    #expect(try route("https://x.example", environment) == proxy("a.example", 1))
    #expect(try route("http://x.example", environment) == proxy("b.example", 2))
    #expect(try route("https://x.example", ["ALL_PROXY": "c.example:3"]) == proxy("c.example", 3))
    #expect(try route("https://x.example", ["http_proxy": "b.example:2"]) == .direct)
    #expect(try route("https://x.example", [:]) == .direct)
  }

  @Test func lowerCaseComesFirstAndEmptyOnesDoNotCount() throws {
    #expect(try route("https://x.example", ["https_proxy": "a:1", "HTTPS_PROXY": "b:2"]) == proxy("a", 1))
    #expect(try route("https://x.example", ["https_proxy": "", "HTTPS_PROXY": "b:2"]) == proxy("b", 2))
  }

  @Test func aHeaderOfAWebServerIsNotTakenForASetting() throws {
    #expect(try route("http://x.example", ["HTTP_PROXY": "a:1", "REQUEST_METHOD": "GET"]) == .direct)
  }

  @Test(arguments: [
    ("http://p.example:3128/", ProxySettings.Route.httpProxy(host: "p.example", port: 3128, user: nil, password: nil)),
    ("p.example", .httpProxy(host: "p.example", port: 80, user: nil, password: nil)),
    ("http://me:a%3Ab@p.example:8", .httpProxy(host: "p.example", port: 8, user: "me", password: "a:b")),
    ("http://[::1]:9", .httpProxy(host: "::1", port: 9, user: nil, password: nil)),
    ("http://[::1]", .httpProxy(host: "::1", port: 80, user: nil, password: nil)),
    ("socks5://s.example", .socksProxy(host: "s.example", port: 1080)),
    ("socks5h://s.example:9050", .socksProxy(host: "s.example", port: 9050)),
    ("socks5://me:pw@s.example", .unusable(setting: "socks5://s.example")),
    ("https://p.example", .unusable(setting: "https://p.example")),
    ("http://", .unusable(setting: "http://")),
    ("http://p.example:0", .unusable(setting: "http://p.example:0")),
  ])
  func notationsAreRead(_ setting: String, expected: ProxySettings.Route) throws {
    #expect(try route("https://x.example", ["https_proxy": setting]) == expected)
  }

  @Test(arguments: [
    ("*", "https://x.example", true), ("x.example", "https://x.example", true),
    ("example", "https://x.example", true), (".example", "https://x.example", true),
    ("*.example", "https://x.example", true), ("other.example, X.EXAMPLE", "https://x.example", true),
    ("ample", "https://x.example", false), ("x.example:443", "https://x.example", true),
    ("x.example:8443", "https://x.example", false), ("10.0.0.0/8", "https://10.1.2.3", true),
    ("10.0.0.0/8", "https://11.1.2.3", false), ("10.1.2.3", "https://10.1.2.3", true),
    ("0.0.0.0/0", "https://9.9.9.9", true), ("::2", "https://[::2]", true), ("[::2]:443", "https://[::2]", true),
    ("", "https://x.example", false), (",", "https://x.example", false),
  ])
  func exceptionsAreKept(_ list: String, address: String, isDirect: Bool) throws {
    let found = try route(address, ["https_proxy": "p.example:1", "NO_PROXY": list])
    #expect((found == .direct) == isDirect)
  }

  @Test func theMachineItselfNeedsNoProxy() throws {
    for address in ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"] {
      #expect(try route(address, ["http_proxy": "p.example:1"]) == .direct)
    }
  }
}
