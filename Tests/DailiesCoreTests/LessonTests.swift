import DailiesCore
import TerminalCanvas
import Testing
import VideosAPI

struct LessonTests {
  private let day = Timestamp(seconds: 1_762_912_800)  // 12 November 2025

  private func combination(_ model: String = "wan", seconds: Int = 8, _ size: String = "1280x720") -> Combination {
    Combination(
      baseURL: "https://api.example.com/v1", model: model, seconds: seconds,
      size: VideoSize(size) ?? VideoSize(width: 1, height: 1), picture: .none)
  }

  private func refusal(_ combination: Combination, at: Timestamp) -> Lesson {
    Lesson(combination, isRefusal: true, at: at, words: "A duration of 12 seconds is not supported")
  }

  @Test func aRefusalIsRememberedUntilTheSameIsTaken() {
    let asked = combination(seconds: 12)
    let lesson = refusal(asked, at: day)
    #expect(Lessons([lesson]).doubt(asked)?.at == day)
    #expect(Lessons([lesson]).doubt(combination(seconds: 8)) == nil)
    let taken = Lesson(asked, isRefusal: false, at: day + .seconds(60))
    #expect(Lessons([lesson, taken]).doubt(asked) == nil)
    let takenBefore = Lesson(asked, isRefusal: false, at: day + .seconds(-60))
    #expect(Lessons([lesson, takenBefore]).doubt(asked) != nil)
  }

  @Test func theRemedyDiffersInOneThingOnly() {
    let asked = combination(seconds: 12, "1920x1080")
    func remedy(_ taken: Combination...) -> Lessons.Remedy? {
      let lessons = [refusal(asked, at: day)] + taken.map { Lesson($0, isRefusal: false, at: day) }
      return Lessons(lessons).doubt(asked)?.remedy
    }
    #expect(remedy() == nil)
    #expect(remedy(combination(seconds: 8, "1280x720")) == nil, "two things differ")
    #expect(remedy(combination(seconds: 4, "1920x1080"), combination(seconds: 8, "1920x1080")) == .seconds(8))
    #expect(remedy(combination(seconds: 12, "1280x720")) == .size(VideoSize(width: 1280, height: 720)))
    #expect(remedy(combination("sora", seconds: 12, "1920x1080")) == .model("sora"))
  }

  @Test func whatTheDocumentationStatesIsKnownFromTheStart() {
    #expect(Lessons().doubt(combination("veo-3.1-fast-generate-001", seconds: 12))?.remedy == .seconds(8))
    #expect(Lessons().doubt(combination("veo-3.1-fast-generate-001", seconds: 8)) == nil)
    #expect(Lessons().doubt(combination("sora-2", seconds: 12)) == nil)
    let asked = combination("veo-4", seconds: 12)
    #expect(Lessons([Lesson(asked, isRefusal: false, at: day)]).doubt(asked) == nil, "it was taken all the same")
  }

  @Test func onlyARefusalOfSettingsTeaches() {
    func lesson(_ kind: Problem.Kind) -> Lesson? {
      var take = Take(
        number: Take.Number(1), order: Desk.order("dawn"), service: .init(profile: "default", baseURL: "b"),
        phase: .failed, recorded: day)
      take.problem = Problem(kind, detail: "no")
      return take.lesson(at: day)
    }
    #expect(lesson(.badRequest)?.isRefusal == true)
    #expect(lesson(.modelUnknown)?.words == "no")
    #expect(lesson(.contentRefused) == nil)
    #expect(lesson(.balanceUsedUp) == nil)
  }

  @Test(arguments: [
    (Language.english, "refused on 12 Nov: A duration of 12 seconds is not supported; 8 s has worked"),
    (.chinese, "11月12日被拒：A duration of 12 seconds is not supported；8 s 曾成功"),
  ]) func theReasonStandsBesideTheChoiceAndOnTheSheet(language: Language, sentence: String) throws {
    var desk = Desk(160, 40, language: language, models: ["wan"])
    desk.apply(
      .lessonsLoaded([refusal(combination(seconds: 12), at: day), Lesson(combination(), isRefusal: false, at: day)]))
    desk.type("dawn")
    desk.press(.alt("l"))
    let pane = desk.state.shotPane(in: try #require(desk.state.layout.draft?.shotRows))
    let line = try #require(pane.lines.first { $0.row == .length })
    #expect(line.segments.last?.text == "! " + sentence)
    #expect(line.segments.filter(\.isDoubtful).map(\.text) == ["[12]"])
    #expect(desk.state.advice(on: desk.state.shot.order(prompt: "dawn")) == sentence)
    desk.press(.alt("l"))
    #expect(desk.state.advice(on: desk.state.shot.order(prompt: "dawn")) == nil)
    let again = desk.state.shotPane(in: try #require(desk.state.layout.draft?.shotRows))
    #expect(again.lines.flatMap(\.segments).filter(\.isDoubtful).map(\.text) == [" 12!"], "before it is chosen")
  }

  @Test func whatATakeTaughtIsReadOnceItsAnswerIsThere() {
    var take = Desk.take(1, .sending)
    var desk = Desk(takes: [take])
    desk.apply(.liveTakesLoaded([take]))
    take.phase = .failed
    desk.apply(.takeChanged(take, TakeCounts()))
    #expect(desk.effects.contains(.loadLessons(baseURL: "https://api.example.com/v1")))
  }
}
