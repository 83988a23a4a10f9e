import Testing
import VideosAPI

@Suite struct WebAddressTests {
  @Test func anOriginIsSchemeHostAndPort() throws {
    let plain = try #require(WebAddress("HTTPS://API.Example:443/v1?x=1#here"))
    #expect(plain.origin == WebAddress("https://api.example/other")?.origin)
    #expect(plain.origin != WebAddress("http://api.example:443/v1")?.origin)
    #expect(plain.origin != WebAddress("https://api.example:8443/v1")?.origin)
    #expect(plain.origin != WebAddress("https://api.example.evil/v1")?.origin)
    #expect(plain.description == "https://api.example:443/v1?x=1")
    #expect(plain.origin.description == "https://api.example")
  }

  @Test(arguments: [
    "", "api.example", "ftp://a", "https://", "https:///v1", "https://user@a/", "https://user:pw@a/", "https://a b/",
    "https://a:99999/", "https://a:0/", "https://a/\u{1B}", "https://a/ b", "https:a", "//a/b", "https://%61/",
  ])
  func whatIsNoAddressIsRefused(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(arguments: [
    ("http://localhost:1/", true), ("http://127.0.0.1/", true), ("http://127.9.9.9/", true), ("http://[::1]:8/", true),
    ("http://127.0.0.1.evil.example/", false), ("http://localhost.example/", false), ("http://127.evil/", false),
    ("http://10.0.0.1/", false), ("http://[::2]/", false),
  ])
  func loopbackIsTheMachineItself(_ text: String, isLoopback: Bool) throws {
    #expect(try #require(WebAddress(text)).origin.isLoopback == isLoopback)
  }

  @Test(arguments: [
    ("/c/d", "https://a.example/c/d"), ("d", "https://a.example/x/d"), ("../d?e=f", "https://a.example/d?e=f"),
    ("//b.example/d", "https://b.example/d"), ("http://b.example", "http://b.example"),
    ("/with space/样", "https://a.example/with%20space/%E6%A0%B7"),
  ])
  func redirectsAreResolved(_ reference: String, target: String) throws {
    #expect(try #require(WebAddress("https://a.example/x/y?q")).resolving(reference)?.description == target)
  }

  @Test(arguments: ["ftp://a/", "data:video/mp4,x", "https://u:p@b.example/", "https://"])
  func redirectsToNowhereAreRefused(_ reference: String) throws {
    #expect(try #require(WebAddress("https://a.example/x/y")).resolving(reference) == nil)
  }
}
