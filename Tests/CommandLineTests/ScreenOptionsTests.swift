import ArgumentParser
import Testing

@testable import dailies

/// The short way to the screens, past the parser.
struct ScreenOptionsTests {
  @Test(arguments: [
    [], ["--demo"], ["--linear"], ["--no-color", "--no-mouse"], ["--lang", "en"], ["--demo", "--lang", "zh-Hans"],
    ["--profile", "work", "--data-dir", "/tmp/a b"], ["--data-dir", "a", "--data-dir", "b"],
  ])
  func isWhatTheParserWouldSay(words: [String]) throws {
    let parsed = try #require(try Dailies.parseAsRoot(words) as? OpenScreens)
    #expect(ScreenOptions(words: words) == parsed.screens)
  }

  @Test(arguments: [
    ["ls"], ["open"], ["--help"], ["--version"], ["--lang"], ["--lang", ""], ["--profile", "--demo"], ["--dem"],
    ["--demo=1"], ["--demo", "new"], ["--demo-speed", "50"], ["--clock-speed", "0"], ["--data-dir=/tmp"], ["-h"],
    ["--"],
  ])
  func leavesToTheParserWhatIsNotPlain(words: [String]) {
    #expect(ScreenOptions(words: words) == nil)
  }
}
