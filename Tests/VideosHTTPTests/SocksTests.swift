import Testing
import VideosAPI

@testable import VideosHTTP

@Suite struct SocksTests {
  private func options(_ proxy: SocksServer, _ variable: String? = nil) -> VideosClient.Options {
    let address = "socks5://127.0.0.1:\(proxy.port)"
    return .with {
      $0.proxies =
        variable.map { ProxySettings(environment: [$0: address]) }
        ?? ProxySettings(environment: ["all_proxy": "http://127.0.0.1:1"], setting: address)
    }
  }

  /// The proxy looks the name up, so that the one who runs the network here does not learn it.
  @Test(arguments: ["ALL_PROXY", "http_proxy", nil])
  func callsGoThroughTheProxyWithTheNameOfTheService(variable: String?) async throws {
    try await SocksServer.run(answer: #"{"id":"v1","status":"queued"}"#) { proxy in
      try await withClient(
        "http://service.example:81/v1", allowsPlainHTTP: true, options: options(proxy, variable)
      ) { client in
        let retrieved = try await client.retrieve("v1")
        #expect(retrieved.video.status == .queued)
      }
      #expect(proxy.destinations == ["service.example:81"])
      #expect(proxy.heads.map { $0.hasPrefix("GET /v1/videos/v1 HTTP/1.1\r\n") } == [true])
    }
  }

  @Test func aProxyThatRefusesMeansThatNothingWasSent() async throws {
    try await SocksServer.run(refusing: true) { proxy in
      let error = try await withClient(
        "http://service.example:81/v1", allowsPlainHTTP: true, options: options(proxy)
      ) { await $0.failureOfCreate() }
      #expect(error?.stage == .notSent)
      #expect(error?.code == .proxyFailed)
      #expect(error.map(CreateVerdict.init) == .held(.notSent))
      #expect(proxy.heads == [])
    }
  }

  @Test func aProfilesProxyComesBeforeTheEnvironmentAndDirectIsNone() throws {
    let origin = try #require(WebAddress("https://x.example")).origin
    let environment = ["https_proxy": "http://p.example:1", "no_proxy": "near.example"]
    func route(_ setting: String?) -> ProxySettings.Route {
      ProxySettings(environment: environment, setting: setting).route(to: origin)
    }
    #expect(route("socks5://s.example") == .socksProxy(host: "s.example", port: 1080))
    #expect(route("direct") == .direct)
    #expect(route("") == route(nil))
    #expect(route(nil) == .httpProxy(host: "p.example", port: 1, user: nil, password: nil))
    let near = try #require(WebAddress("https://near.example")).origin
    #expect(ProxySettings(environment: environment, setting: "socks5://s.example").route(to: near) == .direct)
  }
}
