import DailiesCore
import NIOCore

/// A film that is still arriving: `NAME.mp4.part` in the folder it belongs to, and its record beside it.
///
/// It is found again by the video it belongs to, whatever its name; while it is open, no other program can have it. All
/// calls may wait, and belong into `FileWork`. It must be closed.
struct PartialFile: Sendable {
  static let ending = ".part"
  /// Of bytes that cannot be gone on with, behind `ending`: they stay until the film is there.
  static let olderEnding = ".old"

  let folder: String
  /// The name the film will have, if nobody takes it first: `T031-….mp4`.
  let name: String
  /// A file that was there under the take's own name already: the film itself, if the program was ended between putting it
  /// in place and writing that down.
  private let twin: String?
  private let descriptor: CInt

  private var path: String { "\(folder)/\(name)\(Self.ending)" }
  private var olderPath: String { path + Self.olderEnding }
  private var recordPath: String { "\(folder)/\(name)\(PartialRecord.ending)" }

  /// Opens the partial file of a take, or begins one under a name that nothing in the folder has.
  static func open(for take: Take, in folder: String, stem: String) throws(FileFault) -> PartialFile {
    try SystemFile.makeFolder(folder)
    let names = try SystemFile.names(in: folder)
    let own = stem + FileName.ending
    let twin = stem.contains(take.number.description) && names.contains(own) ? "\(folder)/\(own)" : nil
    for record in names.sorted() where record.hasSuffix(PartialRecord.ending) {
      guard PartialRecord.read("\(folder)/\(record)")?.isFor(take) == true else { continue }
      let name = String(record.dropLast(PartialRecord.ending.count))
      return try open(name, in: folder, twin: twin, isNew: false)
    }
    var used = Self.used(names)
    while true {
      let name = FileName.unused(stem) { used.contains(FileName.folded($0)) }
      do {
        let file = try open(name, in: folder, twin: twin, isNew: true)
        // From the first moment on a later run can find it.
        try file.distrust(PartialRecord(take: take, address: nil, etag: nil, length: nil))
        return file
      } catch let fault where SystemFile.isTaken(fault) {
        used.insert(FileName.folded(name))
      }
    }
  }

  private static func open(
    _ name: String, in folder: String, twin: String?, isNew: Bool
  ) throws(FileFault) -> PartialFile {
    let path = "\(folder)/\(name)\(ending)"
    let descriptor = try SystemFile.open(path, isNew: isNew)
    do {
      try SystemFile.lock(descriptor, path: path)
    } catch {
      SystemFile.close(descriptor)
      throw error
    }
    return PartialFile(folder: folder, name: name, twin: twin, descriptor: descriptor)
  }

  /// Names that films in the folder have or are going to have, as they are compared.
  private static func used(_ names: [String]) -> Set<String> {
    var used: Set<String> = []
    for name in names {
      used.insert(FileName.folded(name))
      for ending in [PartialRecord.ending, Self.ending, Self.ending + olderEnding] where name.hasSuffix(ending) {
        used.insert(FileName.folded(String(name.dropLast(ending.count))))
      }
    }
    return used
  }

  /// Lets the file go; when nothing has ever arrived, nothing is left in the folder.
  func close() {
    defer { SystemFile.close(descriptor) }
    guard var record = PartialRecord.read(recordPath) else { return }
    if (try? SystemFile.length(descriptor, path: path)) != 0 {
      record.changed = try? SystemFile.changed(descriptor, path: path)
      try? record.write(recordPath)
    } else if SystemFile.exists(olderPath), (try? record.distrusted.write(recordPath)) != nil {
      try? SystemFile.replace(path, by: olderPath)
    } else {
      SystemFile.remove(path)
      SystemFile.remove(recordPath)
    }
  }

  /// What is there already. Bytes that came from another address, or that somebody else has changed, count as none that
  /// can be gone on with.
  func kept(from address: String?) throws(FileFault) -> DownloadPlan.Kept {
    let length = try SystemFile.length(descriptor, path: path)
    let changed = try SystemFile.changed(descriptor, path: path)
    guard let record = PartialRecord.read(recordPath), record.address == address, record.changed ?? changed == changed
    else { return DownloadPlan.Kept(bytesOnDisk: length) }
    return DownloadPlan.Kept(bytesOnDisk: length, validator: record.etag, length: record.length)
  }

  /// More bytes of the same film are about to be written behind those that are here.
  func goOn() throws(FileFault) {
    guard var record = PartialRecord.read(recordPath) else { return }
    record.changed = nil
    try record.write(recordPath)
  }

  /// Begins anew with an empty file, for a whole film that has begun to arrive. What was here stays beside it until the
  /// film is complete; of two such files the longer one.
  ///
  /// The bytes go before the record changes, so that a record never speaks of bytes of another answer.
  func startOver(_ record: PartialRecord) throws(FileFault) {
    let length = try SystemFile.length(descriptor, path: path)
    if length > 0 {
      let fresh = path + ".new"
      SystemFile.remove(fresh)
      let opened = try SystemFile.open(fresh, isNew: true)
      defer { SystemFile.close(opened) }
      try SystemFile.lock(opened, path: fresh)
      if length >= SystemFile.length(of: olderPath) { try SystemFile.replace(olderPath, by: path) }
      try SystemFile.replace(path, by: fresh)
      try SystemFile.substitute(opened, for: descriptor, path: path)
    }
    try record.write(recordPath)
  }

  /// The bytes here are not to be gone on with. They stay until better ones begin to arrive.
  func distrust(_ record: PartialRecord) throws(FileFault) { try record.write(recordPath) }

  func write(_ bytes: ArrivedBytes, at offset: Int64) throws(FileFault) {
    var fault: FileFault?
    var offset = offset
    for part in bytes.parts {
      part.withUnsafeReadableBytes { bytes in
        do throws(FileFault) {
          try SystemFile.write(bytes, to: descriptor, at: offset, path: path)
        } catch {
          fault = error
        }
      }
      if let fault { throw fault }
      offset += Int64(part.readableBytes)
    }
  }

  /// Checks that the file is a complete film.
  func check() throws -> (bytes: Int64, film: Take.FilmFacts?) {
    let length = try SystemFile.length(descriptor, path: path)
    let film = try FilmBoxes.check(length: length) { offset, count in
      try SystemFile.read(descriptor, at: offset, count: count, path: path)
    }
    return (length, film)
  }

  /// Puts a checked film in place: on disk first, then under its name, then the folder. Returns its path.
  func finish() throws(FileFault) -> String {
    try SystemFile.sync(descriptor, path: path)
    let target = "\(folder)/\(name)"
    if SystemFile.isSame(descriptor, target) {
      // An earlier run was ended between giving the name and removing this one.
      SystemFile.remove(path)
      return settle(at: target)
    }
    if let twin, holdsSameBytes(twin) {
      SystemFile.remove(path)
      return settle(at: twin)
    }
    let own = [name + Self.ending, name + PartialRecord.ending, name + Self.ending + Self.olderEnding]
    var used = Self.used(try SystemFile.names(in: folder).filter { !own.contains($0) })
    let stem = String(name.dropLast(FileName.ending.count))
    while true {
      let free = FileName.unused(stem) { used.contains(FileName.folded($0)) }
      do {
        try SystemFile.move(path, to: "\(folder)/\(free)")
        return settle(at: "\(folder)/\(free)")
      } catch let fault where SystemFile.isTaken(fault) {
        used.insert(FileName.folded(free))
      }
    }
  }

  private func holdsSameBytes(_ other: String) -> Bool {
    guard !SystemFile.isSame(descriptor, other), let there = try? SystemFile.openForReading(other) else { return false }
    defer { SystemFile.close(there) }
    do {
      let length = try SystemFile.length(descriptor, path: path)
      guard try SystemFile.length(there, path: other) == length else { return false }
      let step = 1 << 20
      for offset in stride(from: Int64(0), to: length, by: step) {
        let bytes = try SystemFile.read(descriptor, at: offset, count: step, path: path)
        guard try SystemFile.read(there, at: offset, count: step, path: other) == bytes else { return false }
      }
      return true
    } catch {
      return false
    }
  }

  /// The film is in place, whatever the folder says to being synced: some file systems cannot.
  private func settle(at target: String) -> String {
    SystemFile.remove(recordPath)
    SystemFile.remove(olderPath)
    try? SystemFile.syncFolder(folder)
    return target
  }
}
