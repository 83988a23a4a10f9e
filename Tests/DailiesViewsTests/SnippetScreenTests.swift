import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesViews

@Suite struct SnippetScreenTests {
  private static let library = SnippetLibrary(
    own: [
      Snippet(
        group: "Mine", name: "Grandmother", text: "a grandmother with silver hair, ${1:blue} apron", language: nil)
    ],
    delivered: [
      Snippet(group: "Camera", name: "Slow dolly in", text: "slow dolly in on ${1:the subject}", language: .english),
      Snippet(
        group: "Light", name: "Key and fill",
        text: "warm ${1:tungsten} key from the left, cool ${2:window} fill from the right", language: .english),
      Snippet(
        group: "Weather", name: "Morning fog", text: "low morning fog, ${1:trees} fading into grey", language: .english),
      Snippet(group: "运镜", name: "缓慢推进", text: "镜头缓慢推向${1:人物面部}", language: .chinese),
      Snippet(group: "天气", name: "晨雾", text: "低低的晨雾，${1:树影}渐隐于灰白", language: .chinese),
    ])

  private func stage(_ columns: Int, _ rows: Int, _ language: Language = .english, down: Int) -> Stage {
    var stage = Stage(columns, rows, language: language)
    stage.type("A lantern. ")
    stage.key(.alt("i"))
    stage.apply(.snippetsLoaded(Self.library, warnings: []))
    for _ in 0..<down { stage.key(.down) }
    return stage
  }

  @Test func theMenuShowsTheTextOfTheSelectedOne() {
    ScreenSnapshot(stage(80, 24, down: 2).canvas()).expect("snippets-80x24")
    ScreenSnapshot(stage(120, 40, down: 2).canvas()).expect("snippets-120x40")
    ScreenSnapshot(stage(40, 12, down: 2).canvas()).expect("snippets-40x12")
    ScreenSnapshot(stage(80, 24, .chinese, down: 1).canvas()).expect("snippets-zh-80x24")
  }

  @Test func aSlotIsSelectedAndTheFooterSaysWhatTabDoes() {
    var stage = stage(80, 24, down: 2)
    stage.key(.enter)
    ScreenSnapshot(stage.canvas(), withStyles: true).expect("snippet-slot-80x24")
  }
}
