import DailiesCore
import Testing
import VideosAPI
import VideosHTTP

@testable import DailiesRuntime

struct DownloadJobTests {
  private func job(filmAddress: String? = nil) -> DownloadJob {
    let order = Order(model: "m", prompt: "p", seconds: 4, size: .known[0])
    var take = Take(
      number: Take.Number(1), order: order, service: Take.Service(profile: "default", baseURL: "https://a.example"),
      phase: .ready, recorded: Timestamp(seconds: 0))
    take.filmAddress = filmAddress
    return DownloadJob(take: take, folder: "/films", template: "{take}")
  }

  private let fault = Problem(.serviceFault)

  @Test func aPassingFaultIsTriedThreeTimesAgainThenTold() {
    var job = job()
    for wait in [2, 5, 15] {
      #expect(job.ended(.passing(fault, wait: nil), bytes: 0) == .tryAgain(after: .seconds(wait), fault))
    }
    #expect(job.ended(.passing(fault, wait: nil), bytes: 0) == .failed(fault))
  }

  @Test func aBrokenWayIsNoFaultOfTheFilmAndIsWaitedFor() {
    let problem = Problem(.unreachable)
    var patient = DownloadJob(take: job().take, folder: "/films", template: "{take}", isPatient: true)
    for _ in 1...200 {
      guard case .tryAgain(let wait, problem) = patient.ended(.unreachable(problem), bytes: 0) else {
        Issue.record("given up")
        return
      }
      #expect(wait <= .seconds(40))
    }
    #expect(patient.ended(.passing(fault, wait: nil), bytes: 0) == .tryAgain(after: .seconds(2), fault))
    var job = job()
    for wait in [2, 5, 15] {
      #expect(job.ended(.unreachable(problem), bytes: 0) == .tryAgain(after: .seconds(wait), problem))
    }
    #expect(job.ended(.unreachable(problem), bytes: 0) == .failed(problem))
  }

  @Test func aTryThatGotFurtherBeginsTheCountAnew() {
    var job = job()
    for bytes in 1...50 {
      #expect(job.ended(.passing(fault, wait: nil), bytes: Int64(bytes)) == .tryAgain(after: .seconds(2), fault))
    }
    for wait in [5, 15] {
      #expect(job.ended(.passing(fault, wait: nil), bytes: 50) == .tryAgain(after: .seconds(wait), fault))
    }
    #expect(job.ended(.passing(fault, wait: nil), bytes: 50) == .failed(fault))
  }

  @Test func aWaitThatTheServiceNamesIsObeyedUpToTwoMinutes() {
    var job = job()
    #expect(job.ended(.passing(fault, wait: .seconds(30)), bytes: 0) == .tryAgain(after: .seconds(30), fault))
    #expect(job.ended(.passing(fault, wait: .seconds(1)), bytes: 0) == .tryAgain(after: .seconds(5), fault))
    #expect(job.ended(.passing(fault, wait: .seconds(900)), bytes: 0) == .tryAgain(after: .seconds(120), fault))
  }

  @Test func theSecondSourceIsTriedOnceTheFirstHasNothingMoreToGive() {
    var job = job(filmAddress: "https://b.example/film.mp4")
    let gone = Problem(.withheld)
    #expect(job.ended(.gone(gone), bytes: 0) == .tryAgain(after: .zero, gone))
    #expect(job.source == .address("https://b.example/film.mp4"))
    for wait in [2, 5, 15] {
      #expect(job.ended(.passing(fault, wait: nil), bytes: 0) == .tryAgain(after: .seconds(wait), fault))
    }
    #expect(job.ended(.passing(fault, wait: nil), bytes: 0) == .gone(gone))
  }

  @Test func aFaultOfThisMachineIsNotTriedElsewhere() {
    var job = job(filmAddress: "https://b.example/film.mp4")
    #expect(job.ended(.failedHere(Problem(.diskFull)), bytes: 0) == .failed(Problem(.diskFull)))
  }

  @Test(arguments: [
    (404, ErrorKind.unknownID, "passing"), (404, .notReady, "early"), (404, .expired, "gone"),
    (400, .notReady, "early"),
    (410, .other, "gone"), (500, .withheld, "gone"), (500, .passing, "passing"), (429, .rateLimited, "passing"),
    (401, .keyRefused, "key"), (403, .balanceUsedUp, "key"), (400, .badRequest, "failed"),
    (405, .methodRefused, "failed"),
    (200, .other, "passing"),
  ])
  func everyAnswerOfTheReferenceHasItsVerdict(status: Int, kind: ErrorKind, verdict: String) {
    let error = VideosError(.content, stage: .answered(status: status), code: .service(kind), message: "m")
    let name =
      switch DownloadVerdict(error) {
      case .passing: "passing"
      case .unreachable: "unreachable"
      case .early: "early"
      case .keyRefused: "key"
      case .gone: "gone"
      case .failed: "failed"
      case .failedHere: "here"
      case .cancelled: "cancelled"
      }
    #expect(name == verdict)
  }
}
