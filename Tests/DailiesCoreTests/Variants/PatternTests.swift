import DailiesCore
import TestSupport
import Testing

struct PatternTests {
  /// All texts that a pattern stands for; nil for one that is sent as it is.
  private func texts(_ pattern: String, _ files: [String: String] = [:]) throws -> [String]? {
    switch PromptPattern.read(pattern, wildcards: Wildcards(files)) {
    case .plain: nil
    case .pattern(let pattern): pattern.first(1000).map(\.text)
    case .flaw(let flaw): throw flaw
    }
  }

  private func flaw(_ pattern: String, _ files: [String: String] = [:]) -> PatternFlaw? {
    if case .flaw(let flaw) = PromptPattern.read(pattern, wildcards: Wildcards(files)) { flaw } else { nil }
  }

  @Test func alternativesUnfoldInOrderTheFirstChoiceChangingLast() throws {
    #expect(try texts("a {red|blue} {cat|dog}.") == ["a red cat.", "a red dog.", "a blue cat.", "a blue dog."])
    #expect(try texts("{晨|昏}光") == ["晨光", "昏光"])
  }

  @Test func alternativesNest() throws {
    #expect(try texts("{a|b {c|d}|}!") == ["a!", "b c!", "b d!", "!"])
    #expect(try texts("{{a|b}|c}") == ["a", "b", "c"])
    #expect(try texts("{a\n|b}") == ["a\n", "b"])
  }

  @Test(arguments: [
    "", "plain", #"{"scene": {"light": "warm"}, "lens": 35}"#, "{}", "a { b", "a } b", ":-{", "___ and ____",
    "snake__case",
    "a|b", "__ init __", "_a_", #"C:\{"#.replacing("{", with: "x"), "{{{{{", "}}}",
  ]) func textWithoutAChoiceIsLeftAsItIs(text: String) throws {
    #expect(try texts(text) == nil)
  }

  @Test func bracesWithoutABarStayAroundAChoiceThatDoesUnfold() throws {
    #expect(try texts(#"{"hour": "{dawn|dusk}"}"#) == [#"{"hour": "dawn"}"#, #"{"hour": "dusk"}"#])
    #expect(try texts("a { b {c|d}") == ["a { b c", "a { b d"])
    #expect(try texts("{a|b} } c") == ["a } c", "b } c"])
  }

  @Test func aBackslashTakesTheMeaningAway() throws {
    #expect(try texts(#"\{a|b\}"#) == ["{a|b}"])
    #expect(try texts(#"{a\|b|c\}}"#) == ["a|b", "c}"])
    #expect(try texts(#"{\{|x}"#) == ["{", "x"])
    #expect(try texts(#"\__day__ {a|b}"#, ["day": "x"]) == ["__day__ a", "__day__ b"])
    #expect(try texts(#"one\ntwo {a|b} \d"#) == [#"one\ntwo a \d"#, #"one\ntwo b \d"#])
    #expect(try texts(#"a \| b"#) == nil, "nothing there has a meaning that could be taken away")
  }

  @Test func aWildcardIsALineEachOfItsFile() throws {
    let files = ["day": "monday\n\n# not this\n  friday  \r\n", "place/old": "{roof|yard}\n__day__", "none": "#\n"]
    #expect(try texts("on __day__", files) == ["on monday", "on friday"])
    #expect(try texts("__place/old__", files) == ["roof", "yard", "monday", "friday"])
    #expect(try texts("{at __day__|never}", files) == ["at monday", "at friday", "never"])
    #expect(flaw("on __none__", files) == PatternFlaw(.emptyWildcard("none"), at: 3))
    #expect(flaw("灯 __night__", files) == PatternFlaw(.unknownWildcard("night"), at: 4))
  }

  @Test func aLineThatIsMalformedStandsForItself() throws {
    #expect(try texts("__x__", ["x": "{a|b\nc"]) == ["{a|b", "c"])
  }

  @Test func wildcardsThatLeadBackToThemselvesAreAFlaw() {
    let files = ["a": "x __b__", "b": "__a__", "c": "__c__", "d": "__gone__"]
    for name in ["a", "b", "c", "d"] { #expect(flaw("__\(name)__", files)?.kind == .brokenWildcard(name)) }
  }

  @Test(arguments: [("{a|b", 0), ("灯 {a|b {c}", 4), ("{a {b|c} | d", 0), ("x {a|{b|c", 5)])
  func anOpenBraceWithoutItsFellowSaysWhere(text: String, offset: Int) {
    #expect(flaw(text) == PatternFlaw(.unclosed, at: offset))
  }

  @Test func aClosingBraceWithoutItsFellowSaysWhere() {
    #expect(flaw("a|b} c") == PatternFlaw(.unopened, at: 3))
    #expect(flaw("灯a|b}")?.note(in: "灯a|b}").text(.english) == "The } at character 5 has a | before it and no {.")
  }

  @Test func aMillionBracesAreNoTrouble() {
    #expect(PromptPattern.read(String(repeating: "{", count: 1_000_000), wildcards: Wildcards()) == .plain)
    let deep = String(repeating: "{a|", count: 2000) + String(repeating: "}", count: 2000)
    #expect(flaw(deep)?.kind == .tooDeep)
    let wide = String(repeating: "{a|b}", count: 10_000)
    guard case .pattern(let pattern) = PromptPattern.read(wide, wildcards: Wildcards()) else {
      Issue.record("not read")
      return
    }
    #expect(pattern.count == .max)
    #expect(pattern.sample(5, seed: 1).count == 5)
  }

  @Test func aSampleIsTheSameForTheSameSeedAndHoldsNoTextTwice() {
    guard
      case .pattern(let pattern) = PromptPattern.read(
        "{a|b|c|d|e|f} {g|h|i|j|k|l} {m|n|o|p|q|r} {s|t|u|v|w|x}", wildcards: Wildcards())
    else {
      Issue.record("not read")
      return
    }
    #expect(pattern.count == 1296)
    let all = Set(pattern.first(1296).map(\.text))
    #expect(all.count == 1296)
    var samples: Set<[String]> = []
    for seed in 0..<20 as Range<UInt64> {
      let sample = pattern.sample(50, seed: seed).map(\.text)
      #expect(sample == pattern.sample(50, seed: seed).map(\.text))
      #expect(Set(sample).count == 50)
      #expect(all.isSuperset(of: sample))
      samples.insert(sample)
    }
    #expect(samples.count == 20)
  }

  @Test func repeatedTextsAreDropped() throws {
    #expect(try texts("{a|a|b}") == ["a", "b"])
    guard case .pattern(let pattern) = PromptPattern.read("{a|a|b}{|}", wildcards: Wildcards()) else {
      Issue.record("not read")
      return
    }
    #expect(pattern.sample(5, seed: 3).map(\.text).sorted() == ["a", "b"])
  }

  @Test func countsAreReadable() {
    #expect([1, 999, 1000, 1296, 1_000_000].map(PatternCount.text) == ["1", "999", "1,000", "1,296", "1,000,000"])
    #expect(PatternCount.text(.max) == ">1,000,000,000")
  }

  @Test func whatTellsAVariantFromItsSistersIsItsChoices() {
    guard case .pattern(let pattern) = PromptPattern.read("a {red\n fox|} {x|y}", wildcards: Wildcards()) else {
      Issue.record("not read")
      return
    }
    #expect(pattern.first(10).map(\.label) == ["red fox / x", "red fox / y", "- / x", "- / y"])
  }

  @Test func randomTextsAreReadWithoutATrapAndTheirTextsAreAsManyAsCounted() {
    let pieces = ["{", "}", "|", "\\", "_", "__", "a", "灯", "\n", "__day__", "👩‍👩‍👧"]
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 1..<24, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let wildcards = Wildcards(["day": "one\n{two|three}"])
      guard case .pattern(let pattern) = PromptPattern.read(text, wildcards: wildcards) else { continue }
      let texts = pattern.first(500)
      #expect(texts.count <= pattern.count, "seed \(seed): \(text)")
      #expect(Set(texts.map(\.text)).count == texts.count)
      #expect(Set(pattern.sample(500, seed: 1).map(\.text)).isSubset(of: texts.map(\.text)) || pattern.count > 500)
    }
  }
}
