import DailiesCore
import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesViews

@Suite struct ThemeTests {
  @Test(arguments: [
    (Role.dim, 245, 242), (.accent, 80, 30), (.good, 114, 28), (.attention, 221, 130), (.bad, 203, 160),
    (.work, 75, 26),
  ])
  func theFixedColoursHaveDarkerTwinsForALightBackground(role: Role, dark: UInt8, light: UInt8) {
    #expect(Theme(.colors256).style(role).foreground == .indexed(dark))
    #expect(Theme(.colors256, background: .light).style(role).foreground == .indexed(light))
  }

  @Test func plainTextKeepsTheTerminalsOwnColours() {
    for palette in Theme.Palette.allCases { #expect(Theme(palette).style(.text) == .plain) }
  }

  @Test func anEightColourTerminalIsAskedForNoOther() {
    for role in Role.allCases {
      for ground in Ground.allCases {
        let style = Theme(.colors8).style(role, on: ground)
        for case .indexed(let index) in [style.foreground, style.background] { #expect(index < 8) }
      }
    }
  }

  @Test func greyIsFaintWhereThereIsNone() {
    #expect(Theme(.colors8).style(.dim).attributes == .dim)
  }

  @Test(arguments: [
    (256, false, Theme.Palette.colors16), (16, false, .colors16), (8, false, .colors8), (2, false, .mono),
    (256, true, .mono),
  ])
  func theStandardThemeFollowsTheTerminalAndTheWishForNoColour(count: Int, isColorless: Bool, palette: Theme.Palette) {
    #expect(Theme.standard(colorCount: count, isColorless: isColorless).palette == palette)
  }

  @Test func theSelectedRowAndTheBarsStandOutInEveryTheme() {
    for palette in Theme.Palette.allCases {
      let theme = Theme(palette)
      #expect(theme.style(.text, on: .selection) != .plain)
      #expect(theme.style(.text, on: .bar) != .plain)
    }
  }

  @Test func theListLooksAsTheTableOfLooksSays() {
    var stage = Stage()
    stage.key(.function(3))
    stage.loadEveryState()
    ScreenSnapshot(stage.canvas(.colors256), withStyles: true).expect("takes-256-colours-80x24")
    ScreenSnapshot(stage.canvas(.mono), withStyles: true).expect("takes-no-colour-80x24")
  }
}
