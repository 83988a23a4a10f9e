/// Takes that are to be written into a file, as a person asked for it.
package struct TakeExportOrder: Hashable, Sendable {
  package var selection: Selection
  /// As it was typed: absolute, or from the home folder.
  package var path: String
  package var format: ExportFormat
  package var options: ExportOptions
  /// Whether a file of that name gives way to it.
  package var replaces: Bool

  package struct Selection: Hashable, Sendable {
    /// What the list shows; its order is that of the file.
    package var scope: TakeScope
    /// The marked ones, and no others; empty: all that is shown. Those that are not shown come last.
    package var marked: Set<Take.Number> = []

    package init(scope: TakeScope, marked: Set<Take.Number> = []) {
      self.scope = scope
      self.marked = marked
    }

    /// - Parameter shown: What the list shows, in its order.
    package func numbers(of shown: [Take.Number]) -> [Take.Number] {
      guard !marked.isEmpty else { return shown }
      let here = shown.filter { marked.contains($0) }
      return here + marked.subtracting(here).sorted(by: >)
    }
  }

  package init(
    _ selection: Selection, path: String, format: ExportFormat, options: ExportOptions, replaces: Bool = false
  ) {
    self.selection = selection
    self.path = path
    self.format = format
    self.options = options
    self.replaces = replaces
  }
}
