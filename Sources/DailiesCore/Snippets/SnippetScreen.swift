/// The menu of snippets: type to narrow, Enter inserts at the caret.
package struct SnippetScreen: Equatable, Sendable {
  package var chooser = Chooser()

  package init() {}
}
