import DailiesCore
import Foundation
import TestSupport
import Testing

@testable import DailiesRuntime

/// The reader of films against films with mistakes, sample films and films built by hand alike: it answers or refuses, and
/// stays inside the file. `DAILIES_FUZZ_ROUNDS` says how many films (`make fuzz`: ten million), `DAILIES_FUZZ_SEED` plays
/// the same ones again.
struct FilmBoxesFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let rounds = environment["DAILIES_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 20_000
  private static let seed = environment["DAILIES_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

  private struct Tally {
    var films = 0
    var refused = 0
    var withFacts = 0
    var withSound = 0
  }

  @Test func aFilmWithMistakesIsReadOrRefusedAndNothingElse() throws {
    let clips = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../assets/clips").standardizedFileURL
    let real = try FilmMutations.sampleFilms(["1280x720-4s.mp4", "1080x1920-8s.mp4"], in: clips)
    let films = FilmMutations(of: real + Self.built)
    for film in films.originals {
      let facts = try FilmBoxes.check(length: Int64(film.count)) {
        Array(film[Int($0)..<min(film.count, Int($0) + $1)])
      }
      #expect(facts?.hasSound != nil, "it is a good one before a mistake is made")
    }
    var random = SeededGenerator(seed: Self.seed)
    var tally = Tally()
    for round in 1...max(1, Self.rounds) {
      if let flaw = Self.flaw(films.film(&random), &tally) {
        Issue.record("film \(round) of seed \(Self.seed): \(flaw)")
        return
      }
    }
    // As many as were asked for, and of all three kinds: a run in which everything is refused at once tries nothing.
    #expect(tally.films == max(1, Self.rounds))
    if Self.rounds >= 1000 {
      #expect(tally.refused > tally.films / 20 && tally.withFacts > tally.films / 20)
      #expect(tally.withSound > tally.films / 50)
    }
    print(
      "films with mistakes: \(tally.films) from seed \(Self.seed); refused \(tally.refused), read \(tally.withFacts), "
        + "with sound \(tally.withSound)")
  }

  private static let built: [[UInt8]] = [
    Boxes.film(tracks: Boxes.trak(width: 1280, height: 720, handler: "vide")),
    Boxes.film(
      tracks: Boxes.trak(width: 0, height: 0, handler: "soun")
        + Boxes.trak(width: 1920, height: 1080, version: 1, handler: "vide"), version: 1),
  ]

  /// What was wrong in the way a film was read; nil: nothing.
  private static func flaw(_ film: FilmMutations.Film, _ tally: inout Tally) -> String? {
    var flaw: String?
    var reads = 0
    tally.films += 1
    do {
      let facts = try FilmBoxes.check(length: film.length) { offset, count in
        reads += 1
        let isInside = offset == 0 || (offset > 0 && offset <= film.length - Int64(count))
        if !isInside || !(0...4096).contains(count) { flaw = "reads \(count) bytes at \(offset) of \(film.length)" }
        // As the end of a file that is shorter than it was said to be.
        guard offset < film.bytes.count, count > 0 else { return [] }
        return Array(film.bytes[Int(offset)..<min(film.bytes.count, Int(offset) + count)])
      }
      guard let facts else { return flaw }
      tally.withFacts += 1
      if facts.hasSound == true { tally.withSound += 1 }
      if facts.width <= 0 || facts.height <= 0 || !(facts.seconds > 0) || !facts.seconds.isFinite {
        flaw = flaw ?? "says \(facts)"
      }
    } catch {
      tally.refused += 1
      if !(error is DownloadFault) { flaw = flaw ?? "throws \(error)" }
    }
    if reads > film.bytes.count + 8 { flaw = flaw ?? "reads \(reads) times in \(film.bytes.count) bytes" }
    return flaw
  }
}
