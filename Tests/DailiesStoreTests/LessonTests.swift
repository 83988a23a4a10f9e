import DailiesCore
import DailiesStore
import Testing
import VideosAPI

@Suite struct LessonTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  @Test func anAnswerToACreateIsALessonOfItsService() async throws {
    let store = try workshop.open()
    defer { store.close() }
    _ = try await store.recordAccepted(id: "video_1", at: 10)
    let refused = try await store.record("two", at: 20)
    _ = try await store.change(refused, now: .second(21)) { $0.startSending(at: .second(21)) }
    _ = try await store.change(refused, now: .second(22)) {
      $0.createEnded(.refused(Problem(.badRequest, detail: "8 s is too long")), at: .second(22))
    }
    let combination = Combination(.sample(), baseURL: Take.Service.sample.baseURL)
    let lessons = try await store.lessons(baseURL: Take.Service.sample.baseURL)
    #expect(
      Set(lessons) == [
        Lesson(combination, isRefusal: false, at: .second(10)),
        Lesson(combination, isRefusal: true, at: .second(22), words: "8 s is too long"),
      ])
    #expect(try await store.lessons(baseURL: "https://other.example/v1") == [])
  }

  @Test func aTakeThatIsSettledLaterTeachesNothingOfThatMoment() async throws {
    let store = try workshop.open()
    defer { store.close() }
    let number = try await store.record(at: 1)
    _ = try await store.change(number, now: .second(2)) { $0.startSending(at: .second(2)) }
    _ = try await store.change(number, now: .second(3)) {
      $0.createEnded(.unsure(Problem(.answerLost)), at: .second(3))
    }
    #expect(try await store.lessons(baseURL: Take.Service.sample.baseURL) == [])
  }
}
