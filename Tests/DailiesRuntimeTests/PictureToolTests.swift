import DailiesCore
import Foundation
import Testing
import VideosAPI

@testable import DailiesRuntime

/// What the programs for pictures are asked, and what is said when there is none. None has to be installed.
@Suite struct PictureToolTests {
  private let facts = PictureFacts(mediaType: .jpeg, width: 4000, height: 3000, orientation: 6, byteCount: 9)
  private let frame = VideoSize(width: 720, height: 1280)

  @Test func ffmpegIsAskedForRawPixelsTurnedByUs() {
    let tool = PictureTool(.ffmpeg, program: "/bin/ffmpeg")
    #expect(
      tool.drawing("/p/50%d.jpg", facts, width: 120, height: 160) == [
        "-v", "error", "-nostdin", "-noautorotate", "-f", "jpeg_pipe", "-i", "file:/p/50%d.jpg", "-vf",
        "transpose=1,scale=120:160", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-",
      ])
  }

  @Test func ffmpegIsAskedToCropOrPad() {
    let tool = PictureTool(.ffmpeg, program: "/bin/ffmpeg")
    func filters(_ fit: PictureFit) -> String? {
      let plan = PicturePlan(facts, frame: frame, fit: fit)
      let arguments = tool.fitting("/p/a.jpg", facts, plan, to: "/s/b.jpg", as: .jpeg)
      #expect(arguments.last == "file:/s/b.jpg")
      return arguments.firstIndex(of: "-vf").map { arguments[$0 + 1] }
    }
    #expect(filters(.crop) == "transpose=1,crop=2250:4000:375:0,scale=720:1280")
    #expect(filters(.pad) == "transpose=1,crop=3000:4000:0:0,scale=720:960,pad=720:1280:0:160:black")
  }

  @Test func imageMagickIsAskedTheSame() {
    let tool = PictureTool(.imageMagick, program: "/bin/magick")
    #expect(
      tool.drawing("/p/a.jpg", facts, width: 120, height: 160) == [
        "jpeg:/p/a.jpg", "-auto-orient", "-resize", "120x160!", "-depth", "8", "rgb:-",
      ])
    #expect(
      tool.fitting("/p/a.jpg", facts, PicturePlan(facts, frame: frame, fit: .crop), to: "/s/b.png", as: .png) == [
        "jpeg:/p/a.jpg", "-auto-orient", "-crop", "2250x4000+375+0", "+repage", "-resize", "720x1280!",
        "-background", "black", "-gravity", "center", "-extent", "720x1280", "-strip", "-quality", "92",
        "png:/s/b.png",
      ])
  }

  @Test func aProgramIsFoundByItsNameInAnAbsoluteFolder() async throws {
    try await with { folder in
      try script("exit 0", folder + "/magick")
      #expect(PictureTool.find(path: "relative::\(folder)") == PictureTool(.imageMagick, program: folder + "/magick"))
      try script("exit 0", folder + "/ffmpeg")
      #expect(PictureTool.find(path: folder)?.kind == .ffmpeg)
      #expect(PictureTool.find(path: "/nowhere") == nil)
      #expect(PictureTool.find(path: "") == nil)
    }
  }

  @Test func withoutAProgramItIsSaidWhatIsMissing() async {
    let workshop = PictureWorkshop()
    #expect(await workshop.draw("/p/a.jpg", width: 2, height: 2) == .toolMissing)
    #expect(await workshop.fit("/p/a.jpg", facts, .crop, frame: frame) == .failure(.toolMissing))
  }

  @Test func aDrawingIsTakenOnlyWhole() async throws {
    try await with { folder in
      try picture(folder + "/a.png")
      try script("printf 'abcdefghijkl'", folder + "/ffmpeg")
      let workshop = PictureWorkshop(tool: .find(path: folder))
      let grid = try #require(PixelGrid(width: 2, height: 2, rgb: Array("abcdefghijkl".utf8)))
      #expect(await workshop.draw(folder + "/a.png", width: 2, height: 2) == .pixels(grid))
      try script("echo 'a.png: broken' >&2; exit 1", folder + "/ffmpeg")
      #expect(await workshop.draw(folder + "/a.png", width: 2, height: 2) == .failed(Reason(quoting: "a.png: broken")))
      guard case .failed = await workshop.draw(folder + "/none.png", width: 2, height: 2) else {
        Issue.record("a file that is not there was drawn")
        return
      }
    }
  }

  @Test func aNewPictureIsTakenOnlyAsItWasPlanned() async throws {
    try await with { folder in
      try picture(folder + "/灯 笼.png")
      let original = try Data(contentsOf: URL(filePath: folder + "/灯 笼.png"))
      // Writes a picture of 1920x1080, whatever was asked for.
      try script("for last; do :; done; cp '\(folder)/灯 笼.png' \"${last#file:}\"", folder + "/ffmpeg")
      let workshop = PictureWorkshop(tool: .find(path: folder), folder: folder + "/images")
      let facts = PictureFacts(mediaType: .png, width: 1920, height: 1200, byteCount: 9)
      let wide = VideoSize(width: 1920, height: 1080)
      for name in ["灯 笼-crop-1920x1080.png", "灯 笼-crop-1920x1080-2.png"] {
        #expect(
          await workshop.fit(folder + "/灯 笼.png", facts, .crop, frame: wide)
            == .success(.file(path: "\(folder)/images/\(name)")))
      }
      guard case .failure(.failed) = await workshop.fit(folder + "/灯 笼.png", facts, .crop, frame: frame) else {
        Issue.record("a picture of another size was taken")
        return
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/images").count == 2)
      #expect(try Data(contentsOf: URL(filePath: folder + "/灯 笼.png")) == original)
    }
  }

  @Test func aDrawingEndsWhenItIsStopped() async throws {
    let lane = DrawingLane()
    let stopped = lane.begin()
    let (started, begun) = AsyncStream.makeStream(of: Void.self)
    async let drawing: Bool? = lane.run(until: stopped) {
      begun.yield()
      // Ends by its cancellation alone.
      let (never, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in never {}
      return true
    }
    for await _ in started { break }
    lane.stop()
    #expect(await drawing == nil)
  }

  private func picture(_ path: String) throws {
    let bytes: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 7, 128, 0, 0, 4, 56, 8, 2, 0, 0, 0]
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func script(_ body: String, _ path: String) throws {
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  private func with(_ body: (String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "tools-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do {
      try await body(folder)
    } catch {
      try FileManager.default.removeItem(atPath: folder)
      throw error
    }
    try FileManager.default.removeItem(atPath: folder)
  }
}
