import Testing

@testable import DailiesRuntime

struct DownloadPlanTests {
  private typealias Kept = DownloadPlan.Kept
  private typealias Answer = DownloadPlan.Answer

  private let half = Kept(bytesOnDisk: 100, validator: "\"v1\"", length: 200)
  private let rest = DownloadPlan.Request.rest(offset: 100, ifRange: "\"v1\"")

  @Test func aFreshStartAsksForTheWholeFilm() {
    #expect(DownloadPlan.request(Kept()) == .whole)
    #expect(DownloadPlan.request(Kept(bytesOnDisk: 0, validator: "\"v1\"")) == .whole)
  }

  @Test func bytesWithoutAValidatorAreNotGoneOnWith() {
    #expect(DownloadPlan.request(Kept(bytesOnDisk: 100)) == .whole)
    #expect(DownloadPlan.request(half) == rest)
  }

  @Test func aFittingPartIsAppended() throws {
    let answer = Answer(status: 206, contentLength: 100, contentRange: "bytes 100-199/200", etag: "\"v1\"")
    #expect(try DownloadPlan.decide(half, asked: rest, answer: answer) == .append(length: 200))
    let open = Answer(status: 206, contentRange: "bytes 100-199/*")
    #expect(try DownloadPlan.decide(half, asked: rest, answer: open) == .append(length: 200))
  }

  @Test func aWholeFilmInsteadOfThePartStartsOver() throws {
    let answer = Answer(status: 200, contentLength: 300, etag: "\"v2\"")
    #expect(
      try DownloadPlan.decide(half, asked: rest, answer: answer) == .startOver(length: 300, validator: "\"v2\""))
  }

  @Test func aWeakOrEmptyTagIsNoValidator() throws {
    for etag in ["W/\"v1\"", "\"\"", "v1", "\""] {
      let answer = Answer(status: 200, contentLength: 300, etag: etag)
      let decision = try DownloadPlan.decide(Kept(), asked: .whole, answer: answer)
      #expect(decision == .startOver(length: 300, validator: nil))
    }
  }

  @Test(arguments: [
    Answer(status: 206, contentRange: "bytes 0-99/200"),
    Answer(status: 206, contentRange: "bytes 101-199/200"),
    Answer(status: 206, contentRange: "bytes 100-199/201"),
    Answer(status: 206, contentRange: "bytes 100-199/200", etag: "\"v2\""),
    Answer(status: 206, contentRange: "bytes */200"),
    Answer(status: 206, contentRange: "bytes 199-100/200"),
    Answer(status: 206, contentRange: "bytes 100-200/200"),
    Answer(status: 206, contentRange: "lines 100-199/200"),
    Answer(status: 206, contentRange: "bytes 100-99999999999999999999/200"),
    Answer(status: 206),
    Answer(status: 416, contentRange: "bytes */150"),
    Answer(status: 416),
  ])
  func anAnswerThatDoesNotFitIsRefused(answer: DownloadPlan.Answer) {
    #expect(throws: DownloadFault.self) { try DownloadPlan.decide(half, asked: rest, answer: answer) }
  }

  @Test func aPartThatNobodyAskedForIsRefused() {
    let answer = Answer(status: 206, contentRange: "bytes 0-99/200")
    #expect(throws: DownloadFault.self) { try DownloadPlan.decide(Kept(), asked: .whole, answer: answer) }
  }

  @Test func nothingBeyondTheEndMeansThatTheFileIsComplete() throws {
    let kept = Kept(bytesOnDisk: 200, validator: "\"v1\"", length: 300)
    let request = DownloadPlan.request(kept)
    let answer = Answer(status: 416, contentRange: "bytes */200")
    #expect(try DownloadPlan.decide(kept, asked: request, answer: answer) == .complete)
  }

  @Test func aCodedFilmIsRefusedAndIdentityIsNoCoding() throws {
    let coded = Answer(status: 200, contentLength: 10, contentEncoding: "gzip")
    #expect(throws: DownloadFault.coded("gzip")) { try DownloadPlan.decide(Kept(), asked: .whole, answer: coded) }
    let plain = Answer(status: 200, contentLength: 10, contentEncoding: "identity")
    #expect(try DownloadPlan.decide(Kept(), asked: .whole, answer: plain) == .startOver(length: 10, validator: nil))
  }
}
