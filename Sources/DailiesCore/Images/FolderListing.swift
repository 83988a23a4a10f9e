/// What lies in a folder, as far as it can lead to a picture.
package struct FolderListing: Equatable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var isFolder: Bool
    /// Length of a file, in bytes.
    package var byteCount: Int

    package init(name: String, isFolder: Bool, byteCount: Int = 0) {
      self.name = name
      self.isFolder = isFolder
      self.byteCount = byteCount
    }
  }

  /// As it was asked for, with the slash at its end.
  package var folder: String
  package var entries: [Entry]
  /// Why it could not be read, in the system's words.
  package var problem: String?

  package init(folder: String, entries: [Entry], problem: String? = nil) {
    self.folder = folder
    self.entries = entries.sorted { one, other in
      if one.isFolder != other.isFolder { return one.isFolder }
      let (first, second) = (one.name.lowercased(), other.name.lowercased())
      return first == second ? one.name < other.name : first < second
    }
    self.problem = problem
  }
}
