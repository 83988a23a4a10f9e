import DailiesCore
import TerminalCanvas
import Testing

struct KeymapTests {
  @Test(arguments: KeyContext.allCases) func noKeyIsBoundTwiceInAContext(context: KeyContext) {
    let keys = Keymap.standard.bindings.filter { $0.context == context }.map(\.key)
    let twice = Dictionary(grouping: keys, by: { $0 }).filter { $0.value.count > 1 }.map(\.key.name)
    #expect(twice.sorted() == [], "\(context)")
  }

  @Test func plainCharactersAreTextWhereTextIsTyped() {
    let bound = Keymap.standard.bindings.filter { binding in
      guard binding.context.isText, case .character = binding.key.code else { return false }
      return binding.key.modifiers.isEmpty || binding.key.modifiers == .shift
    }
    #expect(bound.map { "\($0.context) \($0.key.name)" } == [])
  }

  @Test func everyCommandCanBeAskedForByAKeyOrByName() {
    let bound = Set(Keymap.standard.bindings.map(\.command))
    // Ctrl-C copies a selection when there is one.
    let without = Command.allCases.filter { !bound.contains($0) && !$0.isOfferedByName && $0 != .copySelection }
    #expect(without.map(\.rawValue) == [])
  }

  @Test func ordinalsAreThePlacesAmongAll() {
    #expect(Command.allCases.map(\.ordinal) == Array(Command.allCases.indices))
    #expect(KeyContext.allCases.map(\.ordinal) == Array(KeyContext.allCases.indices))
  }
}
