import DailiesCore
import TestSupport
import Testing
import VideosAPI

@testable import DailiesRuntime

struct FileNameTests {
  private static let time = FileName.LocalTime(year: 2025, month: 3, day: 7, hour: 9, minute: 5, second: 0)

  private func stem(
    _ template: String, _ prompt: String, model: String = "veo-3.1-fast-generate-001", shot: String? = nil
  ) -> String {
    let order = Order(model: model, prompt: prompt, seconds: 8, size: VideoSize(width: 1280, height: 720))
    var take = Take(
      number: Take.Number(31), order: order, service: Take.Service(profile: "default", baseURL: "https://a.example"),
      phase: .ready, recorded: Timestamp(seconds: 0))
    if let shot { take.origin = TakeOrigin(shot: shot) }
    return FileName.stem(template, take: take, time: Self.time)
  }

  @Test func everyPlaceOfATemplateIsFilled() {
    let name = stem("{take}_{shot}_{date}_{time}_{model}_{size}_{seconds}_{words}", "A paper boat", shot: "sc02 sh04")
    #expect(name == "T031_sc02-sh04_2025-03-07_090500_veo-3.1-fast-generate-001_1280x720_8s_A-paper-boat")
  }

  @Test(arguments: [
    ("A paper boat on a canal, dawn light", "A-paper-boat-on-a-canal-dawn-light"),
    ("Slow dolly in on a paper lantern workshop at dusk.", "Slow-dolly-in-on-a-paper-lantern"),
    ("一只纸船漂在运河上，清晨的光。", "一只纸船漂在运河上-清晨的光"),
    ("雨夜 霓虹 street, 4K!", "雨夜-霓虹-street-4K"),
    ("It's the grandmother’s ribbon", "Its-the-grandmothers-ribbon"),
    ("👨‍👩‍👧 walk 🇨🇳", "👨‍👩‍👧-walk-🇨🇳"),
    ("../../etc/passwd", "etc-passwd"),
    ("  \n\t -- ", ""),
    ("a\u{0}b\u{1B}[31mc", "a-b-31mc"),
    ("x\u{202E}gpj.exe", "x-gpj-exe"),
    ("e\u{301}te\u{301} नमस्ते", "été-नमस्ते"),
  ])
  func wordsAreWhatAPromptBeginsWith(prompt: String, words: String) {
    #expect(FileName.words(of: prompt) == words)
  }

  @Test(arguments: [
    ("sc02/sh04", "sc02-sh04-T031"), ("../../x", "x-T031"), ("灯笼 第二场", "灯笼-第二场-T031"), ("a\u{0}\u{202E}b", "a-b-T031"),
    ("{take}", "{take}-T031"),
  ])
  func aShotIsMadeSafe(shot: String, name: String) { #expect(stem("{shot}-{take}", "x", shot: shot) == name) }

  @Test func aTakeWithoutAShotLeavesNoSeparatorBehind() {
    #expect(stem("{shot}-{take}", "x") == "T031")
    #expect(stem("{take}-{shot}-{words}", "x") == "T031-x")
  }

  @Test func aPromptWithoutWordsLeavesNoSeparatorBehind() {
    #expect(stem("{take}-{date}-{words}", "…!?") == "T031-2025-03-07")
    #expect(stem("{words}", "…!?") == "T031")
  }

  @Test(arguments: [
    "/etc/{take}", "../{take}", "-rf {take}", ".{take}", "{take}.", "{take} ", "a\u{0}{take}", "{take}/",
  ])
  func aTemplateCannotLeaveTheFolderOrHideTheFile(template: String) {
    let name = stem(template, "x")
    #expect(!name.contains("/") && !name.contains("\0"))
    #expect(name.first.map { ".-".contains($0) } == false)
    #expect(name.last.map { ". -".contains($0) } == false)
  }

  @Test func aNameInBracesThatIsNotKnownStays() { #expect(stem("{take} {lens}", "x") == "T031-{lens}") }

  @Test func longNamesAreCutBetweenClustersAndKeepRoomForTheirEnding() {
    let model = String(repeating: "👨‍👩‍👧", count: 40)
    let name = stem("{take}-{model}", "x", model: model)
    #expect(name.utf8.count <= FileName.longest - FileName.ending.utf8.count)
    #expect(name.hasPrefix("T031-👨‍👩‍👧"))
    #expect(name.dropFirst(5).allSatisfy { $0 == "👨‍👩‍👧" })
    let numbered = FileName.unused(name) { $0 == name + ".mp4" }
    #expect(numbered.utf8.count <= FileName.longest)
  }

  @Test func aNameThatExistsGetsTheNextFreeNumber() {
    let taken: Set = ["t031-boat.mp4", "t031-boat-2.mp4"]
    let name = FileName.unused("T031-Boat") { taken.contains(FileName.folded($0)) }
    #expect(name == "T031-Boat-3.mp4")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func whateverIsInAPromptTheNameIsSafe(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var prompt = ""
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let value = UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7f : 0x2FFFF), using: &random)
        if let scalar = Unicode.Scalar(value) { prompt.unicodeScalars.append(scalar) }
      }
      let name = stem("{words}{take}{words}", prompt)
      #expect(!name.isEmpty && name.utf8.count <= FileName.longest - 4)
      #expect(!name.contains { "/\\\0:*?\"<>|".contains($0) })
      #expect(name.first.map { ".-".contains($0) } == false)
      #expect(!name.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
