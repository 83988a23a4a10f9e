import Foundation
import Testing

extension TerminalTests {
  /// A film of the demo service in a real terminal, by the ffmpeg that is installed.
  struct FilmTests {
    private let blocks = String(repeating: "▀", count: 40)

    /// The rows of the picture, as it is now.
    private func picture(_ screen: TmuxScreen) throws -> [Substring] {
      try screen.colors().split(separator: "\n").filter { $0.contains("▀") }
    }

    @Test(.timeLimit(.minutes(4))) func aSavedFilmIsSeenRunsStandsAndBeginsADraft() throws {
      let workplace = try Workplace(settings: "countdown = 0\nmotion = false\n")
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch")
      try screen.type("A paper boat on a canal")
      try screen.wait(for: "A paper boat on a canal")
      try screen.press("F5")
      try screen.wait(for: "[x]")
      try screen.press("Enter")
      try screen.press("F3")
      try screen.wait(for: "T001 saved")

      // The detail has a strip of four pictures.
      try screen.press("Right")
      try screen.waitUntil("the strip") { $0.contains("▀▀▀") && $0.contains("2.6 s") && $0.contains("5.3 s") }
      try screen.press("p")
      try screen.waitUntil("the first picture") { $0.contains(blocks) && $0.contains("frame   1/192  stands") }
      let first = try picture(screen)
      try screen.press("End")
      try screen.waitUntil("the last picture") { $0.contains(blocks) && $0.contains("frame 192/192") }
      #expect(try picture(screen) != first)
      try screen.press("Home")
      try screen.waitUntil("the first picture again") { $0.contains(blocks) && $0.contains("frame   1/192") }
      #expect(try picture(screen) == first)

      // It runs to its end by itself.
      try screen.type("]]")
      try screen.press("Space")
      try screen.waitUntil("the end of the film") { $0.contains("frame 192/192  stands") }

      try screen.type("s")
      try screen.wait(for: "from T001")
      try screen.wait(for: "frame-192.jpg")
      let images = workplace.files(endingIn: "frame-192.jpg")
      #expect(images.count == 1)
      let image = try #require(images.first.flatMap { FileManager.default.contents(atPath: $0) })
      #expect(image.starts(with: [0xFF, 0xD8]))
    }

    @Test(.timeLimit(.minutes(4))) func aFilmThatWasTakenAwayIsSaid() throws {
      let workplace = try Workplace(settings: "countdown = 0\nframe_cache_mb = 0\n")
      let screen = try TmuxScreen(workplace, workplace.demo)
      try screen.wait(for: " 0 ch")
      try screen.type("A paper boat on a canal")
      try screen.press("F5")
      try screen.wait(for: "[x]")
      try screen.press("Enter")
      try screen.press("F3")
      try screen.wait(for: "T001 saved")
      for film in workplace.films { try FileManager.default.removeItem(atPath: film) }
      try screen.press("p")
      try screen.wait(for: "The film is not where it was saved.")
      #expect(workplace.files(endingIn: ".rgb").isEmpty)
      try screen.press("Escape")
      try screen.wait(for: "Enter open")
    }
  }
}
