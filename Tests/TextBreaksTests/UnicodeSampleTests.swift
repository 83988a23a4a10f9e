import Foundation
import Testing
import TextBreaks

/// The samples that Unicode publishes for its algorithms, as Debian's package `unicode-data` installs them.
///
/// Source: Unicode Character Database, `auxiliary/`; a line is code points with "÷" where a break is and "×" where none is.
private enum UnicodeSamples: String {
  case clusters = "GraphemeBreakTest"
  case words = "WordBreakTest"
  case lines = "LineBreakTest"

  private static let folder = "/usr/share/unicode/auxiliary/"
  static let areInstalled = FileManager.default.fileExists(atPath: folder)

  struct Sample {
    var text: String
    /// The offsets of the breaks inside it, in UTF-8 bytes.
    var breaks: Set<Int>
    /// As the file has it.
    var line: Substring
  }

  func read() throws -> [Sample] {
    let file = try String(contentsOfFile: Self.folder + rawValue + ".txt", encoding: .utf8)
    return file.split(separator: "\n").compactMap { line in
      var text = ""
      var breaks: Set<Int> = []
      for part in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
        if part == "÷" {
          breaks.insert(text.utf8.count)
        } else if part != "×" {
          guard let value = UInt32(part, radix: 16), let scalar = UnicodeScalar(value) else { return nil }
          text.unicodeScalars.append(scalar)
        }
      }
      return text.isEmpty ? nil : Sample(text: text, breaks: breaks.subtracting([0, text.utf8.count]), line: line)
    }
  }
}

@Suite(.enabled(if: UnicodeSamples.areInstalled, "the package unicode-data is not installed"))
struct UnicodeSampleTests {
  @Test func clustersAreThoseOfUAX29() throws {
    let samples = try UnicodeSamples.clusters.read()
    #expect(samples.count > 500)
    // Unicode took this sign of scissors from the pictographs after the version that Debian 12 has.
    for sample in samples where !sample.text.unicodeScalars.contains("\u{2701}") {
      let text = sample.text
      let breaks = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }).subtracting([0])
      #expect(breaks == sample.breaks, "\(sample.line)")
    }
  }

  /// What is asked for is where words begin and end, so the samples of one word and blanks or punctuation are not enough:
  /// every word that the samples delimit is found from its end and from its start.
  @Test func wordsAreThoseOfUAX29() throws {
    let samples = try UnicodeSamples.words.read()
    #expect(samples.count > 1_500)
    for sample in samples {
      let text = sample.text
      let ends = [0] + sample.breaks.sorted() + [text.utf8.count]
      for (start, end) in zip(ends, ends.dropFirst()) {
        let segment = String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
        guard segment.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { continue }
        #expect(WordBreaks.wordStart(before: end, in: text) == start, "\(sample.line)")
        #expect(WordBreaks.wordEnd(after: start, in: text) == end, "\(sample.line)")
      }
    }
  }

  /// Paragraphs are cut before they come here, so samples with line ends are left out. libunistring 1.0 differs from UAX #14 in a
  /// few: around object replacement characters, after blanks that begin a line, in numbers and abbreviations with full
  /// stops, and where marks stand on blanks or between regional indicators.
  @Test func linesBreakAsUAX14SaysInNearlyAllSamples() throws {
    let samples = try UnicodeSamples.lines.read().filter { sample in
      !sample.text.unicodeScalars.contains { "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
    }
    #expect(samples.count > 5_000)
    let differing = samples.filter { sample in
      let breaks = LineBreaks(in: sample.text[...])
      return Set((1..<sample.text.utf8.count).filter(breaks.allowsLine)) != sample.breaks
    }
    #expect(differing.count * 25 < samples.count, "\(differing.map(\.line).joined(separator: "\n"))")
  }
}
