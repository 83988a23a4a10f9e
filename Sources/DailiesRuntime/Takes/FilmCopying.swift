package import DailiesCore

/// Copies a film that is in place to another folder. As with a film that is fetched, a file under its final name is
/// complete, and nothing is written over.
package enum FilmCopying {
  private static let chunk = 1 << 20

  /// Waits for the disk.
  ///
  /// - Returns: The path of the copy.
  /// - Throws: `FileFault`; nothing is left behind then.
  package static func copy(_ path: String, to folder: String) throws(FileFault) -> String {
    try SystemFile.makeFolder(folder)
    let name = path.split(separator: "/").last.map(String.init) ?? "film" + FileName.ending
    let stem = name.hasSuffix(FileName.ending) ? String(name.dropLast(FileName.ending.count)) : name
    let fresh = "\(folder)/.\(name).copy"
    SystemFile.remove(fresh)
    do {
      try fill(fresh, from: path)
      var used = Set(try SystemFile.names(in: folder).map(FileName.folded))
      while true {
        let free = FileName.unused(stem) { used.contains(FileName.folded($0)) }
        do {
          try SystemFile.move(fresh, to: "\(folder)/\(free)")
          try SystemFile.syncFolder(folder)
          return "\(folder)/\(free)"
        } catch  where SystemFile.isTaken(error) {
          used.insert(FileName.folded(free))
        }
      }
    } catch {
      SystemFile.remove(fresh)
      throw error
    }
  }

  /// Puts the data of a take beside a copy of its film, where they lie beside the film. Waits for the disk.
  package static func bringSidecar(of take: Take, beside copy: String) { Sidecar.bring(of: take, beside: copy) }

  private static func fill(_ target: String, from path: String) throws(FileFault) {
    let source = try SystemFile.openForReading(path)
    defer { SystemFile.close(source) }
    let descriptor = try SystemFile.open(target, isNew: true)
    defer { SystemFile.close(descriptor) }
    var offset: Int64 = 0
    while true {
      let bytes = try SystemFile.read(source, at: offset, count: chunk, path: path)
      if bytes.isEmpty { break }
      try bytes.withUnsafeBufferPointer { buffer throws(FileFault) in
        try SystemFile.write(UnsafeRawBufferPointer(buffer), to: descriptor, at: offset, path: target)
      }
      offset += Int64(bytes.count)
    }
    try SystemFile.sync(descriptor, path: target)
  }
}
