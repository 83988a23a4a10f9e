import TerminalCanvas
import Testing

@testable import NCursesTerminal

/// What follows from what the terminal answers about pixels, in the order in which it does.
@Suite struct PictureInquiryTests {
  private let last = TerminalAnswer.deviceAttributes([62, 22])
  private let yes = TerminalAnswer.kittyGraphics(id: KittyGraphics.questionID, isTaken: true)

  private func receive(_ inquiry: inout PictureInquiry, _ answers: TerminalAnswer...) -> PictureInquiry.News {
    answers.map { inquiry.receive($0) { nil } }.last ?? .init()
  }

  @Test func aTerminalIsToldOfOnceItHasSaidAll() {
    var inquiry = PictureInquiry()
    #expect(receive(&inquiry, .name("kitty(0.35.2)"), yes, .cellSize(width: 9, height: 18)) == .init())
    let news = receive(&inquiry, last)
    #expect(news.found?.best?.way == .kitty && news.found?.cell?.height == 18 && news.question == nil)
    #expect(receive(&inquiry, last) == .init())
  }

  @Test func behindTmuxTheTerminalAroundItIsAskedOnce() {
    var inquiry = PictureInquiry()
    var news = receive(&inquiry, .name("tmux 3.4"), last)
    #expect(news.found?.isTmux == true && news.found?.best == nil)
    #expect(news.question?.hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}_Ga=t,i=32,") == true)
    #expect(news.question?.hasSuffix("\u{1B}\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\u{1B}\\\u{1B}\\") == true)
    // Pictures in another size of cells are asked about meanwhile.
    #expect(receive(&inquiry, last) == .init())
    news = receive(&inquiry, yes)
    #expect(news.found?.best?.way == .placeholders && news.question == nil)
    #expect(news.found?.graphics(.kitty).way == .placeholders)
  }

  @Test(arguments: [true, false])
  func aTerminalThatTakesWhatCannotBeKnowsNoPlaceholders(takesAll: Bool) {
    var inquiry = PictureInquiry()
    _ = receive(&inquiry, .name("tmux 3.4"), last)
    let news = receive(&inquiry, .kittyGraphics(id: KittyGraphics.placeholderQuestionID, isTaken: takesAll), yes)
    #expect(news.found?.best?.way == (takesAll ? nil : .placeholders))
  }

  @Test func tmuxThatDoesSixelIsLeftAtThatUntilMoreIsKnown() {
    var inquiry = PictureInquiry()
    let news = receive(&inquiry, .name("tmux 3.5a"), .cellSize(width: 9, height: 18), .deviceAttributes([1, 2, 4]))
    #expect(news.found?.best?.way == .sixel)
    #expect(receive(&inquiry, yes).found?.best?.way == .placeholders)
  }
}
