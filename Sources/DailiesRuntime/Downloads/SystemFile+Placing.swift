extension SystemFile {
  /// Writes a file in one step: whoever looks sees all of it, or what was there before. May wait.
  ///
  /// - Parameters:
  ///   - fresh: Another name in the same folder, under which it is written first; nil: a hidden one that nothing has.
  ///   - replaces: Whether a file of that name gives way to it.
  /// - Throws: One that `isTaken` when there is such a file and it stays. Nothing is left behind.
  static func place(
    _ bytes: [UInt8], at path: String, by fresh: String? = nil, replaces: Bool
  ) throws(FileFault) {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let fresh = fresh ?? "\(path[..<name]).dailies-\(UInt64.random(in: .min ... .max)).part"
    let descriptor = try open(fresh, isNew: true)
    defer { close(descriptor) }
    do {
      try bytes.withUnsafeBufferPointer { bytes throws(FileFault) in
        try write(UnsafeRawBufferPointer(bytes), to: descriptor, at: 0, path: fresh)
      }
      try sync(descriptor, path: fresh)
      if replaces { try replace(path, by: fresh) } else { try move(fresh, to: path) }
    } catch {
      remove(fresh)
      throw error
    }
  }
}
