import Foundation
import TerminalCanvas
import Testing

@testable import dailies

@Suite struct TerminalCacheTests {
  private static let columns = Dictionary(
    uniqueKeysWithValues: WidthSample.allCases.map { ($0.rawValue, $0.expected ?? 2) })

  @Test func whatATerminalSaidIsKnownAtTheNextStartInTheSameTerminalOnly() throws {
    let folder = try TemporaryFolder()
    let measurement = try #require(WidthMeasurement(columns: Self.columns))
    let environment = ["TERM": "foot", "COLORTERM": "truecolor"]
    let cache = TerminalCache(folder: folder.path, environment: environment)
    cache.keep { $0.widths = measurement }
    cache.keep { $0.isLight = true }
    #expect(
      TerminalCache(folder: folder.path, environment: environment).facts
        == TerminalCache.Facts(widths: measurement, isLight: true))
    for other in [["TERM": "xterm"], environment.merging(["TMUX": "/tmp/x"]) { $1 }] {
      #expect(TerminalCache(folder: folder.path, environment: other).facts == TerminalCache.Facts())
    }
  }

  @Test func aConnectionIsKnownByItsOtherEnd() {
    let one = TerminalCache.key(["TERM": "xterm", "SSH_CONNECTION": "10.0.0.7 4000 10.0.0.1 22"])
    #expect(one == TerminalCache.key(["TERM": "xterm", "SSH_CONNECTION": "10.0.0.7 4001 10.0.0.1 22"]))
    #expect(one != TerminalCache.key(["TERM": "xterm", "SSH_CONNECTION": "10.0.0.8 4000 10.0.0.1 22"]))
  }

  @Test(arguments: ["", "[]", "{\"TERM=foot\": {\"widths\": {\"letter\": 9}}}", "{\"TERM=foot\": 3}"])
  func aDamagedFileIsNone(_ text: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/terminals.json"))
    let cache = TerminalCache(folder: folder.path, environment: ["TERM": "foot"])
    #expect(cache.facts == TerminalCache.Facts())
    cache.keep { $0.isLight = false }
    #expect(cache.facts == TerminalCache.Facts(isLight: false))
  }
}
