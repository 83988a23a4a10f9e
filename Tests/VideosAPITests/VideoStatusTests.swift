import Testing
import VideosAPI

@Suite struct VideoStatusTests {
  @Test(arguments: [
    ("queued", VideoStatus.queued), ("IN-QUEUE", .queued), ("not start", .queued), ("throttled", .queued),
    ("processing", .running), (" In Progress ", .running), ("cancelling", .running), ("succeeded", .completed),
    ("SUCCESS", .completed), ("done", .completed), ("timed-out", .failed), ("moderated", .failed),
    ("canceled", .cancelled), ("aborted", .cancelled), ("Expired", .expired), ("unknown", .other("unknown")),
    ("missing", .other("missing")), (" Warming Up", .other("Warming Up")), ("", .other("")),
  ])
  func wordsMean(_ word: String, status: VideoStatus) {
    #expect(VideoStatus(word: word) == status)
  }

  @Test func onlyTheFourEndingsAreFinal() {
    for status: VideoStatus in [.completed, .failed, .cancelled, .expired] { #expect(status.isFinal) }
    for status: VideoStatus in [.queued, .running, .other("unknown"), .other("")] { #expect(!status.isFinal) }
  }
}
