import NIOCore
import NIOHTTP1
import Testing
import VideosAPI

@testable import VideosHTTP

@Suite struct ServiceAddressTests {
  private func flaw(_ text: String, allowsPlainHTTP: Bool = false) -> ServiceAddress.Flaw? {
    do { _ = try ServiceAddress(text, allowsPlainHTTP: allowsPlainHTTP) } catch { return error }
    return nil
  }

  @Test(arguments: [
    "https://api.huixingyun.com/v1", "https://api.huixingyun.com/v1/", " HTTPS://API.huixingyun.com/v1///\n",
  ])
  func slashesAtTheEndAndCaseMakeNoDifference(_ text: String) throws {
    let address = try ServiceAddress(text)
    #expect(address == ServiceAddress.standard)
    #expect(address.joining(["videos", "a b"]) == "https://api.huixingyun.com/v1/videos/a%20b")
  }

  @Test func anAddressWithoutAPathIsJoinedWithOneSlash() throws {
    #expect(try ServiceAddress("http://127.0.0.1:80").joining(["videos"]) == "http://127.0.0.1:80/videos")
    #expect(try ServiceAddress("http://[::1]:8080/").joining(["videos"]) == "http://[::1]:8080/videos")
  }

  @Test func whatIsNoBaseAddressIsRefused() {
    #expect(flaw("") == .empty)
    #expect(flaw(" / ") == .empty)
    #expect(flaw("api.huixingyun.com/v1") == .noScheme)
    #expect(flaw("ftp://a.example") == .noScheme)
    for text in [
      "https://a.example?x=1", "https://a.example/#b", "https://me:pw@a.example", "https://a b", "https://a:x",
    ] {
      #expect(flaw(text) == .malformed)
    }
  }

  @Test func plainHTTPNeedsLoopbackOrAYes() {
    #expect(flaw("http://a.example/v1") == .plainHTTP(host: "a.example"))
    #expect(flaw("http://127.0.0.1.example/v1") == .plainHTTP(host: "127.0.0.1.example"))
    #expect(flaw("http://a.example/v1", allowsPlainHTTP: true) == nil)
    #expect(flaw("http://localhost:8080/v1") == nil)
  }
}

@Suite struct APIKeyTests {
  private func flaw(_ text: String) -> APIKey.Flaw? {
    do { _ = try APIKey(text) } catch { return error }
    return nil
  }

  @Test func aKeyShowsItselfNowhere() throws {
    let key = try APIKey(" sk-secret-1234 \n")
    var dumped = ""
    dump(key, to: &dumped)
    struct Holder { var key: APIKey }
    for text in [
      "\(key)", String(reflecting: key), dumped, "\(Holder(key: key))", "\([key])", "\(Optional(key) as Any)",
    ] {
      #expect(!text.contains("secret"))
    }
    #expect(key == (try APIKey("sk-secret-1234")))
  }

  @Test func whatNoHeaderCanCarryIsRefused() {
    #expect(flaw("") == .empty)
    #expect(flaw(" \n") == .empty)
    #expect(flaw("a b") == .characters)
    #expect(flaw("a\r\nHost: evil") == .characters)
    #expect(flaw("ключ") == .characters)
    #expect(flaw(String(repeating: "a", count: 4097)) == .tooLong)
    #expect(flaw(String(repeating: "a", count: 4096)) == nil)
  }
}

@Suite struct VideosErrorTests {
  @Test func failuresBelowHTTPArePutInPlainWords() {
    let lookup = VideosError(.retrieve, transport: SocketAddressError.unsupported, to: "nowhere.example")
    #expect(lookup.stage == .notSent)
    #expect(lookup.code == .nameNotFound(host: "nowhere.example"))
    #expect(lookup.message == "cannot find nowhere.example")
    let timeout = VideosError(.retrieve, transport: ChannelError.connectTimeout(.seconds(10)), to: "x")
    #expect(timeout.stage == .notSent)
    #expect(timeout.code == .connectTimedOut(host: "x"))
    let reset = VideosError(
      .retrieve, transport: IOError(errnoCode: 104, reason: "read(descriptor:pointer:size:)"), to: "x")
    #expect(reset.stage == .answerLost)
    #expect(reset.message == "the connection to x was lost: connection reset by peer")
  }

  @Test func whatLeftDecidesWhateverTheErrorSays() {
    let refused = IOError(errnoCode: 111, reason: "connect(descriptor:addr:size:)")
    let error = VideosError(.create, transport: refused, to: "x", hasLeft: true)
    #expect(error.stage == .answerLost)
    #expect(CreateVerdict(error) == .unsure)
  }

  @Test func aDateIsReadToTheSecond() {
    #expect(ServerHints.unixSeconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    #expect(ServerHints.unixSeconds("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
    #expect(ServerHints.unixSeconds("Thu, 29 Feb 2024 23:59:59 GMT") == 1_709_251_199)
    #expect(ServerHints.unixSeconds("Sunday, 06-Nov-94 08:49:37 GMT") == nil)
  }
}
