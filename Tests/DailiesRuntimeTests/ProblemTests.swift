import DailiesCore
import DailiesStore
import Testing
import VideosAPI
import VideosHTTP

@testable import DailiesRuntime

struct ProblemTests {
  private func answered(_ status: Int, _ kind: ErrorKind, wait: Duration? = nil) -> VideosError {
    VideosError(.create, stage: .answered(status: status), code: .service(kind), message: "no", retryAfter: wait)
  }

  @Test func anAnswerIsKeptWordForWordAndMadePrintable() {
    let error = VideosError(
      .create, stage: .answered(status: 400), code: .service(.contentRefused), message: "not\u{1B}[31m allowed",
      raw: "{\n\"error\":\u{202E}\"x\"}")
    let problem = Problem(error)
    #expect(problem.kind == .contentRefused)
    #expect(problem.status == 400)
    #expect(problem.detail == "not␛[31m allowed")
    #expect(problem.raw == "{\n\"error\":<U+202E>\"x\"}")
  }

  @Test func anUnknownIDIsSaidInOurWordsAndTheAnswerIsKept() {
    let raw = "{\"error\": \"Invalid base64-encoded string: number of data characters (5)\"}"
    let error = VideosError(
      .retrieve, stage: .answered(status: 404), code: .service(.unknownID), message: "Invalid base64", raw: raw)
    #expect(Problem(error) == Problem(.notFound, raw: raw, status: 404))
    let bare = VideosError(
      .retrieve, stage: .answered(status: 404), code: .service(.unknownID), message: "no such video")
    #expect(Problem(bare) == Problem(.notFound, raw: "no such video", status: 404))
  }

  @Test func aLostAnswerMattersOnlyForACreate() {
    let lost = VideosError(.create, stage: .answerLost, code: .connectionCut, message: "cut")
    #expect(Problem(lost).kind == .answerLost)
    let query = VideosError(.retrieve, stage: .answerLost, code: .timedOut, message: "late")
    #expect(Problem(query).kind == .unreachable)
    #expect(Problem(query).raw == nil)
  }

  @Test func everyKindOfRefusalHasItsProblem() {
    let kinds: [ErrorKind: Problem.Kind] = [
      .badRequest: .badRequest, .contentRefused: .contentRefused, .keyRefused: .keyRefused,
      .balanceUsedUp: .balanceUsedUp, .unknownID: .notFound, .notReady: .serviceFault, .expired: .expired,
      .withheld: .withheld, .rateLimited: .rateLimited, .tooLarge: .tooLarge, .methodRefused: .methodRefused,
      .notFoundRoute: .notFound, .passing: .serviceFault, .other: .serviceFault,
    ]
    for kind in ErrorKind.allCases { #expect(Problem(answered(500, kind)).kind == kinds[kind]) }
    #expect(Problem(answered(302, .other)).kind == .redirected)
  }

  @Test func faultsOfFilesAndOfTheStoreSayWhatTheSystemSaid() {
    let full = Problem(FileFault(code: 28, operation: "write /films/a.mp4.part"))
    #expect(full.kind == .diskFull)
    #expect(full.detail.hasPrefix("write /films/a.mp4.part: "))
    #expect(Problem(FileFault(code: 13, operation: "open /films")).kind == .folderNotWritable)
    #expect(Problem(FileFault(code: 5, operation: "sync /films")).kind == .fileFailed)
    #expect(Problem(StoreError(.busy, path: "/s")).kind == .storeFailed)
  }

  @Test func everyFailedCreateHasItsOutcome() {
    func outcome(_ error: VideosError, slowdowns: Int = 0) -> CreateOutcome {
      CreateOutcome(error, slowdowns: slowdowns)
    }
    for status in [400, 404, 405, 413, 422] {
      #expect(outcome(answered(status, .badRequest)) == .refused(Problem(answered(status, .badRequest))))
    }
    #expect(outcome(answered(401, .keyRefused)) == .held(.keyRefused, Problem(answered(401, .keyRefused))))
    #expect(outcome(answered(402, .other)) == .held(.balanceUsedUp, Problem(answered(402, .other))))
    #expect(outcome(answered(307, .other)) == .held(.wrongAddress, Problem(answered(307, .other))))
    let nothing = VideosError(.create, stage: .notSent, code: .cannotConnect(host: "a"), message: "no way")
    #expect(outcome(nothing) == .held(.offline, Problem(nothing)))
    for status in [408, 409, 500, 502] {
      #expect(outcome(answered(status, .passing)) == .unsure(Problem(answered(status, .passing))))
    }
    let named = answered(429, .rateLimited, wait: .seconds(7))
    #expect(outcome(named, slowdowns: 3) == .slowedDown(wait: .seconds(7), Problem(named)))
    let unnamed = answered(429, .rateLimited)
    let waits = (0...4).map { outcome(unnamed, slowdowns: $0) }
    #expect(waits == [15, 30, 60, 120, 120].map { .slowedDown(wait: .seconds($0), Problem(unnamed)) })
  }

  @Test func anAcceptedCreateCarriesItsPrice() {
    let created = Created(video: Video(id: "v", statusWord: "queued"), cost: 0.4)
    #expect(CreateOutcome(created) == .accepted(created.video, cost: "0.4"))
  }
}
