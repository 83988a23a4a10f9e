import TerminalCanvas
import Testing

@testable import DailiesCore

@Suite struct WidthsTests {
  private func measurement(ambiguous: Int) throws -> WidthMeasurement {
    try #require(
      WidthMeasurement(
        columns: Dictionary(
          uniqueKeysWithValues: WidthSample.allCases.map { ($0.rawValue, $0.expected ?? ambiguous) })))
  }

  @Test func theScreenIsLaidOutAsTheTerminalDrawsItAndTheAnswerIsKept() throws {
    var desk = Desk()
    desk.type("……")
    let wide = try measurement(ambiguous: 2)
    desk.apply(.widthsMeasured(wide))
    #expect(desk.effects == [.keepWidths(wide)])
    #expect(desk.state.widths == wide.widths)
    #expect(desk.state.prompt.screenLines(0..<1).first?.width == 4)
    #expect(desk.state.message == nil)
    #expect(desk.state.prompt.text == "……")
  }

  @Test func thePersonIsToldWhatCameOutWhenItWasAskedFor() throws {
    var desk = Desk()
    desk.choose(.measureTerminal)
    #expect(desk.effects.last == .measureTerminal)
    desk.apply(.widthsMeasured(try measurement(ambiguous: 2)))
    #expect(desk.state.message?.phrase == Strings.measured)
    desk.choose(.measureTerminal)
    desk.apply(.widthsMeasured(try measurement(ambiguous: 2)))
    #expect(desk.state.message?.phrase == Strings.measuredSame)
  }

  @Test func aLightBackgroundIsToldFromADarkOne() {
    var desk = Desk()
    let light = TerminalAnswer.background(red: 0.99, green: 0.96, blue: 0.89)
    let dark = TerminalAnswer.background(red: 0, green: 0.17, blue: 0.21)
    desk.apply(.input(.answer(light), at: desk.state.now))
    #expect(desk.effects == [.adoptBackground(isLight: true)])
    desk.apply(.input(.answer(dark), at: desk.state.now))
    #expect(desk.effects == [.adoptBackground(isLight: false)])
  }
}
