/// Every command by name: type to narrow, Enter performs.
package struct PaletteScreen: Equatable, Sendable {
  package var chooser = Chooser()
  /// Where the person was; the commands that mean something there come first.
  package var context: KeyContext

  package init(context: KeyContext) { self.context = context }

  /// The commands whose title, in either language, or name holds what was typed; in Chinese also those whose pinyin begins
  /// with these letters.
  package func matches(in state: State) -> [Command] {
    CommandSearch(chooser.line.text, state.language).best(of: state.offeredCommands(in: context))
  }
}
