import DailiesCore
import Testing
import VideosAPI

@Suite struct TakeTimesTests {
  private static func kind(
    _ model: String = "veo-fast", _ size: String = "1280x720", _ seconds: Int = 8, at baseURL: String = "https://a/v1"
  ) -> TakeKind {
    TakeKind(
      baseURL: baseURL, model: model, size: VideoSize(size) ?? VideoSize(width: 1280, height: 720), seconds: seconds)
  }

  private static func time(_ number: Int, _ kind: TakeKind, _ seconds: Int) -> TakeTime {
    TakeTime(
      number: Take.Number(number), kind: kind, took: .seconds(seconds), finished: Timestamp(seconds: Int64(number)))
  }

  /// Times of `kinds`, one after the other.
  private func times(_ list: (TakeKind, Int)...) -> TakeTimes {
    TakeTimes(list.enumerated().map { Self.time($0 + 1, $1.0, $1.1) })
  }

  @Test func whereNothingIsKnownNothingIsSaid() {
    #expect(TakeTimes().usual(for: Self.kind()) == nil)
    #expect(times((Self.kind(at: "https://b/v1"), 100)).usual(for: Self.kind()) == nil)
  }

  @Test func theClosestGroupThatHasAFewTakesIsTaken() throws {
    let (same, length) = (Self.kind(), Self.kind("veo-fast", "1280x720", 4))
    let (size, model) = (Self.kind("veo-fast", "1920x1080"), Self.kind("veo"))
    let all = times((same, 100), (same, 110), (length, 50), (length, 50), (size, 300), (model, 900))
    #expect(all.usual(for: same)?.basis == .same)
    #expect(all.usual(for: same)?.takes == 2)
    #expect(all.usual(for: Self.kind("veo-fast", "1280x720", 12))?.basis == .lengths)
    #expect(all.usual(for: Self.kind("veo-fast", "1280x720", 12))?.takes == 4)
    #expect(all.usual(for: size)?.basis == .model)
    #expect(all.usual(for: size)?.takes == 5)
    #expect(all.usual(for: Self.kind("sora"))?.basis == .service)
    #expect(all.usual(for: Self.kind("sora"))?.takes == 6)
  }

  @Test func aSingleTakeIsBetterThanNothing() {
    #expect(times((Self.kind(), 100)).usual(for: Self.kind())?.basis == .same)
    #expect(times((Self.kind("veo"), 100)).usual(for: Self.kind())?.basis == .service)
  }

  @Test func otherLengthsAreConverted() throws {
    let usual = try #require(
      times((Self.kind(), 100), (Self.kind(), 100)).usual(for: Self.kind("veo-fast", "1280x720", 4)))
    #expect(usual.median == .seconds(70))
    #expect(usual.basis == .lengths)
  }

  @Test func whatFinishesIsLearnedOnceAndChangesWhatWasPrepared() {
    var all = times((Self.kind(), 100), (Self.kind(), 100))
    all.prepare(Self.kind())
    all.prepare(Self.kind("unknown", at: "https://b/v1"))
    for number in 3...12 { all.learn(Self.time(number, Self.kind(), 200)) }
    #expect(all.usual(for: Self.kind())?.takes == 12)
    #expect(all.usual(for: Self.kind())?.median == .seconds(200))
    all.learn(Self.time(12, Self.kind(), 200))
    #expect(all.usual(for: Self.kind())?.takes == 12)
    all.learn(Self.time(20, Self.kind("unknown", at: "https://b/v1"), 50))
    #expect(all.usual(for: Self.kind("unknown", at: "https://b/v1"))?.takes == 1)
    all.replace(with: [Self.time(1, Self.kind(), 70)])
    #expect(all.usual(for: Self.kind())?.median == .seconds(70))
  }

  @Test func ofAKindOnlyTheLatestAreKept() {
    var all = TakeTimes()
    for number in 1...100 { all.learn(Self.time(number, Self.kind(), number)) }
    #expect(all.usual(for: Self.kind())?.takes == TakeTimes.mostOfAKind)
    #expect(all.usual(for: Self.kind())?.median ?? .zero > .seconds(84))
  }

  // MARK: What a take teaches

  private func finished(sent: Int64?, unfinishedAt: Int64?, finished: Int64, _ phase: TakePhase = .ready) -> Take {
    let order = Order(model: "veo-fast", prompt: "dawn", seconds: 8, size: VideoSize(width: 1280, height: 720))
    var take = Take(
      number: Take.Number(1), order: order, service: Take.Service(profile: "default", baseURL: "https://a/v1"),
      phase: phase, recorded: Timestamp(seconds: 0))
    take.sent = sent.map { Timestamp(seconds: $0) }
    take.unfinishedAt = unfinishedAt.map { Timestamp(seconds: $0) }
    take.finished = Timestamp(seconds: finished)
    return take
  }

  @Test func aTakeThatWasWatchedTeachesHowLongItTook() throws {
    let time = try #require(finished(sent: 10, unfinishedAt: 130, finished: 140).time)
    #expect(time.took == .seconds(130))
    #expect(time.kind == Self.kind())
    #expect(finished(sent: 10, unfinishedAt: 130, finished: 140, .saved).time == time)
    #expect(finished(sent: 10, unfinishedAt: 12, finished: 17).time?.took == .seconds(7), "ready at the first check")
  }

  @Test func aTakeWhoseFinishNobodySawTeachesNothing() {
    #expect(finished(sent: 10, unfinishedAt: 130, finished: 40_000).time == nil, "the program was away")
    #expect(finished(sent: 10, unfinishedAt: nil, finished: 140).time == nil)
    #expect(finished(sent: nil, unfinishedAt: 130, finished: 140).time == nil, "made elsewhere")
    #expect(finished(sent: 10, unfinishedAt: 130, finished: 140, .failed).time == nil)
    #expect(finished(sent: 150, unfinishedAt: 130, finished: 140).time == nil, "the clock was put back")
  }

  @Test func theFinishIsBoundedByTheAnswerBeforeIt() {
    var take = finished(sent: 10, unfinishedAt: nil, finished: 0, .sending)
    take.finished = nil
    func at(_ second: Int64) -> Timestamp { Timestamp(seconds: second) }
    let running = Video(id: "v", statusWord: "processing")
    #expect(take.createEnded(.accepted(running, cost: nil), at: at(12)) == true)
    #expect(take.receive(running, at: at(20), unfinishedAt: nil) == true)
    #expect(take.unfinishedAt == at(12), "a check that says nothing new is no reason to write")
    #expect(take.receive(Video(id: "v", statusWord: "completed"), at: at(130), unfinishedAt: at(122)) == true)
    #expect(take.unfinishedAt == at(122))
    #expect(take.time?.took == .seconds(120))
  }
}
