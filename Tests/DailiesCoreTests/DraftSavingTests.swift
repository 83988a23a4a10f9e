import TerminalCanvas
import Testing

@testable import DailiesCore

struct DraftSavingTests {
  private let start = Desk.start

  @Test func nothingIsDueBeforeAChange() {
    #expect(DraftSaving().due == nil)
    #expect(DraftSaving().isSaved)
  }

  @Test func aWriteIsDueWithinTheSecondAfterTheFirstChangeNotTheLast() throws {
    var draft = DraftSaving()
    draft.changed(at: start)
    let due = try #require(draft.due)
    #expect(due > start)
    #expect(due < start + .seconds(1))
    draft.changed(at: start + .milliseconds(500))
    #expect(draft.due == due)
    #expect(!draft.isSaved)
  }

  @Test func aMoveOfTheCaretIsWrittenAtLeisureAndLeavesTheWordsSaved() throws {
    var draft = DraftSaving()
    draft.moved(at: start)
    #expect(draft.isSaved)
    #expect(draft.due == start + .seconds(2))
    draft.moved(at: start + .seconds(1))
    #expect(draft.due == start + .seconds(2), "steady moving does not put it off")
    draft.changed(at: start + .seconds(1))
    #expect(try #require(draft.due) < start + .seconds(2))
    let revision = draft.startWriting()
    #expect(draft.due == nil)
    draft.saved(revision)
    #expect(draft.isSaved)
    #expect(draft.due == nil)
  }

  @Test func nothingIsDueWhileAWriteIsUnderWay() {
    var draft = DraftSaving()
    draft.changed(at: start)
    let revision = draft.startWriting()
    #expect(draft.due == nil)
    draft.changed(at: start + .seconds(2))
    #expect(draft.due == nil)
    draft.saved(revision)
    #expect(draft.due == start + .milliseconds(2600))
    #expect(!draft.isSaved)
  }

  @Test func aFailedWriteIsTriedAgainAndTypingDoesNotPutThatOff() {
    var draft = DraftSaving()
    draft.changed(at: start)
    _ = draft.startWriting()
    draft.failed(at: start + .seconds(1))
    #expect(draft.hasFailed)
    #expect(draft.due == start + .seconds(6))
    draft.changed(at: start + .seconds(3))
    #expect(draft.due == start + .seconds(6))
    let revision = draft.startWriting()
    draft.saved(revision)
    #expect(!draft.hasFailed)
    #expect(draft.isSaved)
    #expect(draft.due == nil)
  }

  @Test func anAnswerForAnOlderWriteDoesNotEndTheNewerOne() {
    var draft = DraftSaving()
    draft.changed(at: start)
    let older = draft.startWriting()
    draft.changed(at: start)
    let newer = draft.startWriting()
    draft.saved(older)
    #expect(!draft.isSaved)
    #expect(draft.isBeingSaved)
    draft.saved(newer)
    #expect(draft.isSaved)
  }

  @Test func nothingStaysDueWhenAQueuedWriteSucceedsAfterAFailedOne() {
    var draft = DraftSaving()
    draft.changed(at: start)
    _ = draft.startWriting()
    draft.changed(at: start)
    let newer = draft.startWriting()
    draft.failed(at: start)
    draft.saved(newer)
    #expect(draft.isSaved)
    #expect(draft.due == nil, "a deadline in the past would wake the loop for ever")
  }

  @Test func whatWasWrittenIsSettledOnceWhenTheTypingRests() {
    var draft = DraftSaving()
    #expect(draft.restsAt == nil)
    draft.changed(at: start)
    #expect(draft.restsAt == nil, "it is still to be written")
    let first = draft.startWriting()
    draft.changed(at: start + .seconds(1))
    draft.saved(first)
    #expect(draft.restsAt == nil)
    let second = draft.startWriting()
    draft.saved(second)
    #expect(draft.restsAt == start + .seconds(3))
    draft.settled()
    #expect(draft.restsAt == nil)
  }

  @Test func aClockThatIsPutBackDoesNotPutOffTheWrite() throws {
    var draft = DraftSaving()
    draft.changed(at: start)
    let earlier = start + .seconds(-3600)
    draft.clockWentBack(to: earlier)
    #expect(try #require(draft.due) < earlier + .seconds(1))
    _ = draft.startWriting()
    draft.failed(at: start)
    draft.clockWentBack(to: earlier)
    #expect(draft.due == earlier + .seconds(5))
  }
}
