import Testing
import VideosAPI

@Suite struct CreateVideoRequestTests {
  private let plain = CreateVideoRequest(
    model: "m", prompt: "雨\n\"rain\"", seconds: 8, size: VideoSize(width: 1280, height: 720))

  @Test func secondsAndSizeAreAlwaysSentAsTextsAndNoEmptyReferenceIs() throws {
    #expect(
      try JSONValue(reading: plain.encoded().bytes)
        == .object([
          "model": .text("m"), "prompt": .text("雨\n\"rain\""), "seconds": .text("8"), "size": .text("1280x720"),
        ]))
  }

  @Test func aPictureGoesOutAsADataURL() throws {
    var request = plain
    request.inputReference = .data(bytes: [0xFF, 0xD8, 0xFF, 0xE0], mediaType: .jpeg)
    try request.validate()
    #expect(
      try JSONValue(reading: request.encoded().bytes)["input_reference"] == .text("data:image/jpeg;base64,/9j/4A=="))
  }

  @Test func aPictureGoesOutAsBareBase64WhereThatIsWanted() throws {
    var request = plain
    request.inputReference = .data(bytes: [0xFF, 0xD8, 0xFF, 0xE0], mediaType: .jpeg)
    let body = request.encoded(pictureAs: .base64)
    #expect(body.mediaType == "application/json")
    #expect(try JSONValue(reading: body.bytes)["input_reference"] == .text("/9j/4A=="))
  }

  @Test func aPictureGoesOutAsTheFileOfAFormWhereThatIsWanted() {
    var request = plain
    let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0x0D, 0x0A, 0x00]
    request.inputReference = .data(bytes: picture, mediaType: .jpeg)
    let body = request.encoded(pictureAs: .multipart)
    #expect(body.mediaType == "multipart/form-data; boundary=dailies-form-1")
    func field(_ name: String, _ text: String) -> [UInt8] {
      Array("--dailies-form-1\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n".utf8)
    }
    let file =
      "--dailies-form-1\r\nContent-Disposition: form-data; name=\"input_reference\"; filename=\"picture.jpg\"\r\n"
      + "Content-Type: image/jpeg\r\n\r\n"
    let fields =
      field("model", "m") + field("prompt", "雨\n\"rain\"") + field("seconds", "8") + field("size", "1280x720")
    #expect(body.bytes == fields + Array(file.utf8) + picture + Array("\r\n--dailies-form-1--\r\n".utf8))
  }

  @Test func theBoundaryOfAFormStandsInNoPartOfIt() {
    var request = plain
    request.prompt = "--dailies-form-1\r\n--dailies-form-2"
    request.inputReference = .data(bytes: [0xFF, 0xD8, 0xFF] + Array("--dailies-form-3--".utf8), mediaType: .jpeg)
    #expect(request.encoded(pictureAs: .multipart).mediaType == "multipart/form-data; boundary=dailies-form-4")
  }

  @Test func withoutAPictureOfItsOwnARequestIsJSONForEveryService() {
    for encoding in ImageEncoding.allCases {
      #expect(plain.encoded(pictureAs: encoding) == plain.encoded())
    }
  }

  @Test func anAddressIsRefusedWherePicturesGoAsFiles() {
    var request = plain
    request.inputReference = .address("https://a.example/b.png")
    #expect(throws: CreateVideoRequest.Flaw.pictureAddressAsFile) { try request.validate(pictureAs: .multipart) }
    #expect(throws: Never.self) { try request.validate(pictureAs: .base64) }
  }

  @Test func aPictureGrowsByAThirdUnlessItIsAFile() {
    #expect(ImageEncoding.dataURL.weight(of: 2) == 4)
    #expect(ImageEncoding.base64.weight(of: 300) == 400)
    #expect(ImageEncoding.multipart.weight(of: 300) == 300)
  }

  @Test func whatNoServiceCouldTakeIsRefused() {
    func flaw(_ change: (inout CreateVideoRequest) -> Void) -> CreateVideoRequest.Flaw? {
      var request = plain
      change(&request)
      do { try request.validate() } catch { return error }
      return nil
    }
    #expect(flaw { _ in } == nil)
    #expect(flaw { $0.model = " " } == .noModel)
    #expect(flaw { $0.prompt = "\n\t" } == .noPrompt)
    #expect(flaw { $0.seconds = 0 } == .secondsOutOfRange(0))
    #expect(flaw { $0.size = VideoSize(width: 0, height: 9) } == .sizeOutOfRange(VideoSize(width: 0, height: 9)))
    #expect(flaw { $0.inputReference = .data(bytes: [], mediaType: .png) } == .pictureIsEmpty)
    #expect(flaw { $0.inputReference = .data(bytes: [1, 2, 3], mediaType: .png) } == .pictureIsNot(.png))
    for address in ["", "http://a.example/b.png", "https://", "https://a b", "https://a\u{1B}"] {
      #expect(flaw { $0.inputReference = .address(address) } == .pictureAddress(address))
    }
    #expect(flaw { $0.inputReference = .address("https://a.example/图.png") } == nil)
  }

  @Test func picturesAreKnownByTheirFirstBytes() {
    #expect(ImageMediaType(sniffing: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
    #expect(ImageMediaType(sniffing: [0xFF, 0xD8, 0xFF, 0xDB]) == .jpeg)
    #expect(ImageMediaType(sniffing: Array("RIFF1234WEBPVP8 ".utf8)) == .webp)
    #expect(ImageMediaType(sniffing: Array("RIFF1234WAVE".utf8)) == nil)
    #expect(ImageMediaType(sniffing: Array("RIFF".utf8)) == nil)
    #expect(ImageMediaType(sniffing: []) == nil)
  }
}

@Suite struct VideoSizeTests {
  @Test(arguments: [
    ("1280x720", "1280x720", "720p", VideoSize.Shape.landscape), (" 720X1280 ", "720x1280", "720p", .portrait),
    ("1920*1080", "1920x1080", "1080p", .landscape), ("2160×3840", "2160x3840", "4K", .portrait),
    ("512x512", "512x512", "512p", .square),
  ])
  func sizesAreRead(_ text: String, written: String, tier: String, shape: VideoSize.Shape) throws {
    let size = try #require(VideoSize(text))
    #expect(size.description == written)
    #expect(size.tier == tier)
    #expect(size.shape == shape)
  }

  @Test(arguments: ["", "x", "1280", "1280x", "x720", "0x720", "-1x5", "1280x720x2", "+1280x720", "999999x1", "１x２"])
  func whatIsNoSizeIsRefused(_ text: String) {
    #expect(VideoSize(text) == nil)
  }

  @Test func theSixKnownSizesReadBackFromTheirText() {
    #expect(VideoSize.known.count == 6)
    #expect(VideoSize.known.map { VideoSize($0.description) } == VideoSize.known)
  }
}
