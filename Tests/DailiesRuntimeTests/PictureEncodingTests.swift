import DailiesCore
import DailiesRuntime
import DemoService
import Foundation
import Testing
import VideosAPI
import VideosHTTP

/// The three ways of sending a picture, to a service that takes them all.
@Suite struct PictureEncodingTests {
  @Test(arguments: ImageEncoding.allCases)
  func aServiceThatTakesAllAcceptsAPictureInThisForm(_ encoding: ImageEncoding) async throws {
    var configuration = DemoConfiguration(clipsDirectory: RunnerStage.clips)
    configuration.key = "right"
    try await withDemoService(configuration) { server in
      var options = VideosClient.Options()
      options.pictureEncoding = encoding
      let client = VideosClient(
        address: try ServiceAddress(server.baseURL), key: try APIKey("right"), options: options)
      let picture = CreateVideoRequest(
        model: Profile.standardModel, prompt: "灯笼 \(encoding)\r\n--dailies-form-1", seconds: 8,
        size: VideoSize(width: 1280, height: 720),
        inputReference: .data(bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0x0D, 0x0A], mediaType: .jpeg))
      do {
        let created = try await client.create(picture)
        #expect(!created.video.id.isEmpty)
        #expect(server.counts.createsByPrompt == [picture.prompt: 1])
      } catch {
        Issue.record("refused: \(error)")
      }
      await client.shutdown()
    }
  }
}
