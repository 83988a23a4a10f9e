/// A field of one line that asks for something.
package struct LineEntry: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    case find, findInHelp, importID, export, profileName
    /// The takes are written into it; `over` may be written over.
    case exportTakes(TakeExportOrder.Selection, over: String?)
    /// What the list shows is kept under it.
    case viewName
    /// Nil: the draft on the screen.
    case draftName(DraftID?)
    /// A new value for the setting of that name, by its parts.
    case setting([String])
    /// What is noted beside these takes.
    case comment([Take.Number])
  }

  package var purpose: Purpose
  package var line: LineEditor
  /// What the list showed when a search was opened: Esc brings it back.
  package var before: Before?
  /// Why the last try was refused.
  package var refusal: Note?
  /// The folder that was asked for, to complete the path by.
  private(set) var awaited: String?

  package init(_ purpose: Purpose, text: String = "", before: Before? = nil) {
    self.purpose = purpose
    line = LineEditor(text)
    self.before = before
  }

  package struct Before: Hashable, Sendable {
    package var search: String
    package var place: TakeList.Place
  }
}

extension LineEntry {
  /// It asks for the path of a file or folder: what is typed can be completed.
  package var takesPath: Bool {
    switch purpose {
    case .export, .exportTakes, .setting(["folder"]): true
    default: false
    }
  }

  /// The folder that completing needs to know: the path as far as its last slash; nil where there is none.
  mutating func beginCompleting() -> String? {
    let typed = line.text
    guard takesPath else { return nil }
    if typed.isEmpty || typed == "~" {
      awaited = "~/"
    } else if typed.hasPrefix("/") || typed.hasPrefix("~/"), let slash = typed.lastIndex(of: "/") {
      awaited = String(typed[...slash])
    } else {
      awaited = nil
    }
    return awaited
  }

  /// Puts in what all folders have in common that go on as the field does, or says which these are.
  mutating func complete(by listing: FolderListing) {
    guard let folder = awaited, folder == listing.folder, line.text.hasPrefix(folder) || folder == "~/" else { return }
    awaited = nil
    let beginning = line.text.hasPrefix(folder) ? String(line.text.dropFirst(folder.count)) : ""
    let names = listing.entries.filter { entry in
      entry.isFolder && (beginning.hasPrefix(".") || !entry.name.hasPrefix("."))
        && entry.name.lowercased().hasPrefix(beginning.lowercased())
    }.map(\.name)
    guard let first = names.first else {
      refusal = Note(Strings.noFolderSo, tone: .attention)
      return
    }
    let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if names.count == 1 || common.count > beginning.count {
      line = LineEditor(folder + common + (names.count == 1 ? "/" : ""))
      refusal = nil
    } else {
      refusal = Note(Strings.foldersSo, names.prefix(12).map { $0 + "/" }.joined(separator: "  "))
    }
  }
}
