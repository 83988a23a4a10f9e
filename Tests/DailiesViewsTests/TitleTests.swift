import DailiesCore
import TerminalCanvas
import Testing

@Suite struct TitleTests {
  @Test(arguments: [
    (NetworkState.unknown, "not asked yet"), (.reached, "net ok"),
    (.offline(since: Stage.start + .seconds(-125)), "offline since 14:00"),
    (.slowedDown(until: Stage.start + .seconds(60)), "slowed down until 14:03:11"), (.keyRefused, "key refused"),
  ])
  func theWayToTheServiceIsSaidAtTheRight(network: NetworkState, words: String) {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
      var stage = Stage(columns, rows)
      stage.apply(.networkChanged(network))
      // Where there is no room, a way that is fine goes without saying.
      let isQuiet = network == .unknown || network == .reached
      if columns == 40, isQuiet, words.count > 10 { continue }
      #expect(stage.canvas().text(row: 0).hasSuffix(" " + words + " "))
    }
  }

  @Test func aMissingKeyIsSaidInPlaceOfTheNetwork() {
    #expect(Stage(hasKey: false).canvas().text(row: 0).hasSuffix(" no key "))
    #expect(Stage(language: .chinese, hasKey: false).canvas().text(row: 0).hasSuffix(" 无密钥 "))
  }

  @Test(arguments: Language.allCases) func demoIsSaidOnEveryScreenAtEverySize(language: Language) {
    let word = language == .english ? "demo" : "演示"
    for (columns, rows) in [(80, 24), (120, 40), (40, 12), (60, 20)] {
      var stage = Stage(columns, rows, language: language, isDemo: true)
      stage.apply(.networkChanged(.slowedDown(until: Stage.start)))
      for key: Key in [.escape, .function(3), .function(12)] {
        #expect(stage.canvas().text(row: 0).contains(word))
        stage.key(key)
      }
      #expect(stage.canvas().text(row: 0).contains(word))
    }
  }

  @Test func takesThatWantAPersonAreCounted() {
    var stage = Stage()
    stage.loadEveryState()
    #expect(stage.canvas().text(row: 0).contains("2 Takes*2"))
  }
}
