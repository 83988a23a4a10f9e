import DailiesCore
import DailiesStore
import Testing
import VideosAPI

@testable import dailies

struct ImportLineTests {
  private static let usual = ShotSettings(model: "usual")

  @Test func anIDAloneIsATakeThatIsToBeAskedFor() throws {
    let take = try #require(ImportLine(" video_bGl0ZWxs= ")).take(Self.usual)
    #expect(take.videoID == "video_bGl0ZWxs=")
    #expect(take.order.model == "usual")
    #expect(take.order.seconds == Self.usual.seconds)
    #expect(take.unknownParts == [.seconds, .size])
    #expect(take.end == nil)
  }

  @Test func anObjectSaysWhatIsKnownOfIt() throws {
    let line = """
      {"id":"v1","status":"completed","model":"sora-2","prompt":"灯笼","seconds":"12","size":"720x1280","created_at":100,\
      "completed_at":160.5,"file":"/films/a.mp4","other":[1]}
      """
    let take = try #require(ImportLine(line)).take(Self.usual)
    #expect(
      take.order
        == Order(model: "sora-2", prompt: "灯笼", seconds: 12, size: VideoSize(width: 720, height: 1280)))
    #expect(take.unknownParts == [])
    #expect(take.end == .film(file: "/films/a.mp4"))
    #expect(take.accepted == Timestamp(seconds: 100))
    #expect(take.finished == Timestamp(milliseconds: 160_500))
  }

  @Test(arguments: [
    ("completed", ImportedTake.End.film(file: nil)), ("failed", .failed), ("cancelled", .failed),
    ("expired", .expired), ("processing", nil), ("never heard of", nil),
  ])
  func theServiceSWordsSayWhetherItIsOver(word: String, end: ImportedTake.End?) throws {
    let take = try #require(ImportLine(#"{"id":"v1","status":"\#(word)","seconds":8}"#)).take(Self.usual)
    #expect(take.end == end)
    #expect(take.order.seconds == 8)
    #expect(take.unknownParts == [.size])
  }

  @Test(arguments: ["", "two words", "{}", #"{"id":""}"#, #"{"id":7}"#, "{\"id\":\"a\"", "[\"a\"]  x"])
  func whatIsNoTakeIsNotTakenForOne(line: String) {
    #expect(ImportLine(line)?.take(Self.usual) == nil)
  }
}
