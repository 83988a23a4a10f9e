import DailiesCore
import DailiesRuntime
import Foundation
import Testing
import VideosAPI

@Suite struct TimeReportTests {
  private static let start = Timestamp(seconds: 1_762_956_131)

  private static func running(sentBefore seconds: Int) -> Take {
    let order = Order(model: "veo-fast", prompt: "dawn", seconds: 8, size: VideoSize(width: 1280, height: 720))
    let service = Take.Service(profile: "default", baseURL: "https://a/v1")
    var take = Take(number: Take.Number(9), order: order, service: service, phase: .running, recorded: start)
    take.sent = start + .seconds(-seconds)
    return take
  }

  private static let times = TakeTimes(
    (1...4).map {
      TakeTime(number: Take.Number($0), kind: TakeKind(running(sentBefore: 0)), took: .seconds(100), finished: start)
    })

  private func estimate(_ take: Take, _ times: TakeTimes = Self.times) throws -> [String: Any]? {
    let json = TakeReport(take, times: times, at: Self.start).jsonLine
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return object?["estimate"] as? [String: Any]
  }

  @Test func anEstimateIsToldWithWhatItRestsOn() throws {
    let told = try #require(try estimate(Self.running(sentBefore: 40)))
    #expect(told["elapsedSeconds"] as? Double == 40)
    #expect(told["leftSeconds"] as? Double == 60)
    #expect(told["lateBySeconds"] == nil)
    #expect(told["usualSeconds"] as? Double == 100)
    #expect(told["lateAfterSeconds"] as? Double == 125)
    #expect(told["takes"] as? Int == 4)
    #expect(told["basis"] as? String == "same")
  }

  @Test func aLateTakeSaysByHowMuchAndNothingOfTheTimeLeft() throws {
    let told = try #require(try estimate(Self.running(sentBefore: 165)))
    #expect(told["lateBySeconds"] as? Double == 65)
    #expect(told["leftSeconds"] == nil)
  }

  @Test func whereNothingIsKnownThereIsNoEstimate() throws {
    #expect(try estimate(Self.running(sentBefore: 40), TakeTimes()) == nil)
    var saved = Self.running(sentBefore: 40)
    saved.phase = .saved
    #expect(try estimate(saved) == nil)
  }
}
