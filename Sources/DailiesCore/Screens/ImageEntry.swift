/// A field for the path or address of a picture, which completes paths as a shell does: Tab inserts what all matches have
/// in common, then goes through them one by one.
package struct ImageEntry: Equatable, Sendable {
  package private(set) var line: LineEditor
  /// What lies in the folder of the path, once it was read.
  package private(set) var listing: FolderListing?
  /// What was typed before the matches were gone through; nil while they are not.
  private var stem: String?
  /// The match in the field while they are gone through.
  package private(set) var selected: Int?
  /// Why the last try was refused.
  package var refusal: Note?
  /// The file that is looked at before it is taken.
  package var checking: ReferenceImage?

  package init(text: String = "") { line = LineEditor(text) }

  /// The folder that is to be listed: the path as far as its last slash; the home folder for an empty field.
  package var folder: String? {
    let typed = stem ?? line.text
    if typed.isEmpty || typed == "~" { return "~/" }
    guard typed.hasPrefix("/") || typed.hasPrefix("~/"), let slash = typed.lastIndex(of: "/") else { return nil }
    return String(typed[...slash])
  }

  /// What the last part of the path begins with.
  private var beginning: String {
    let typed = stem ?? line.text
    guard typed != "~", let slash = typed.lastIndex(of: "/") else { return "" }
    return String(typed[typed.index(after: slash)...])
  }

  /// The entries of the folder that go on as the field does. Hidden ones only where a dot was typed.
  package var matches: [FolderListing.Entry] {
    guard let listing, listing.folder == folder else { return [] }
    let beginning = beginning.lowercased()
    return listing.entries.filter { entry in
      (beginning.hasPrefix(".") || !entry.name.hasPrefix(".")) && entry.name.lowercased().hasPrefix(beginning)
    }
  }

  /// The folder could not be read.
  package var problem: String? { listing?.folder == folder ? listing?.problem : nil }

  package mutating func receive(_ listing: FolderListing) {
    if listing.folder == folder { self.listing = listing }
  }

  /// Typed or pasted. The path of a picture as terminals write it when a file is dropped stands in the field as it is.
  package mutating func insert(_ text: String) {
    if line.isEmpty, text.count > 1, case .file(let path)? = ReferenceImage(reading: text) {
      line.insert(path)
    } else {
      line.insert(text)
    }
    edited()
  }

  /// Does what a key asks for; false when it has no meaning here.
  package mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .complete: complete()
    case .nextRow: step(by: 1)
    case .previousRow: step(by: -1)
    default:
      let before = line.characters
      guard line.perform(command) else { return false }
      if line.characters != before { edited() }
    }
    return true
  }

  private mutating func edited() {
    stem = nil
    selected = nil
    refusal = nil
    checking = nil
  }

  private mutating func complete() {
    refusal = nil
    if selected != nil { return step(by: 1) }
    let matches = matches
    guard let first = matches.first else { return }
    if matches.count == 1 { return take(first) }
    // Names that differ in their capitals have no more in common than what was typed.
    let common = matches.dropFirst().reduce(first.name) { $0.commonPrefix(with: $1.name) }
    if common.count > beginning.count {
      line = LineEditor((folder ?? "") + common)
    } else {
      step(by: 1)
    }
  }

  /// Puts the next match into the field.
  private mutating func step(by step: Int) {
    let matches = matches
    guard !matches.isEmpty else { return }
    let next = selected.map { ($0 + step + matches.count) % matches.count } ?? (step > 0 ? 0 : matches.count - 1)
    let folder = folder ?? ""
    stem = stem ?? line.text
    selected = next
    refusal = nil
    checking = nil
    line = LineEditor(folder + matches[next].name + (matches[next].isFolder ? "/" : ""))
  }

  /// A match becomes what was typed: a folder is gone into.
  private mutating func take(_ entry: FolderListing.Entry) {
    line = LineEditor((folder ?? "") + entry.name + (entry.isFolder ? "/" : ""))
    edited()
  }

  /// What Enter does with the field.
  package enum Answer: Equatable {
    case none
    case image(ReferenceImage)
    /// It leads into a folder.
    case goOn
    case refused(Note)
  }

  package mutating func answer() -> Answer {
    let text = line.text.trimming
    let entered = selected.flatMap { matches.indices.contains($0) ? matches[$0] : nil }
    if let entered, entered.isFolder {
      take(entered)
      return .goOn
    }
    if let entered, let folder { return .image(.file(path: folder + entered.name)) }
    if text.isEmpty { return .none }
    // A name that stands in the list is meant as it stands, whatever quotes or backslashes it holds.
    if let folder, matches.contains(where: { !$0.isFolder && folder + $0.name == line.text }) {
      return .image(.file(path: line.text))
    }
    if let image = ReferenceImage(reading: text) { return .image(image) }
    if matches.count == 1, let only = matches.first, !beginning.isEmpty {
      take(only)
      return .goOn
    }
    let isPath = text.hasPrefix("/") || text.hasPrefix("~/")
    return .refused(Note(isPath ? Strings.imageWrongName : Strings.imageNotUsable, text, tone: .attention))
  }
}

extension String {
  func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
