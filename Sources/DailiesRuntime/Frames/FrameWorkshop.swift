package import DailiesCore
import Foundation
import VideosAPI

/// Makes pictures of films for the screens, by ffmpeg, and keeps them on disk.
package struct FrameWorkshop: Sendable {
  /// A film of the list, and a picture that stands, is drawn when the selection has rested on it for so long.
  private static let rest = Duration.milliseconds(100)
  /// Pictures that are told of at once, after the first one.
  private static let piece = 12

  private let path: String
  private let cache: FrameCache
  private let images: String
  private let clock: ClockSource

  /// - Parameters:
  ///   - path: The value of `PATH`: ffmpeg is looked for each time, so that it may be installed meanwhile.
  ///   - folder: Of the cache, absolute.
  ///   - limit: Bytes that the cache may take.
  ///   - images: Where pictures are kept that are written in full, absolute; made when it is needed.
  package init(
    path: String, folder: String, limit: @escaping @Sendable () -> Int64, images: String, clock: ClockSource
  ) {
    self.path = path
    cache = FrameCache(folder: folder, limit: limit)
    self.images = images
    self.clock = clock
  }

  /// Makes what is wished and tells of it piece by piece, the first picture first. Says nothing more once the task is
  /// cancelled.
  package func draw(_ wish: FrameWish, report: @Sendable (FrameAnswer) -> Void) async {
    let film: Film
    switch await Self.open(wish.path) {
    case .success(let found): film = found
    case .failure(let trouble): return report(.trouble(trouble))
    }
    let frames = wish.frames(of: film.reel)
    // The film was replaced by a shorter one.
    if frames.isEmpty { return report(.pictures(film.reel, first: 0, [], isLast: true)) }
    let picture = wish.size.width * wish.size.height * 3
    let name = "\(film.stamp.name)-\(wish.cacheName)"
    if let bytes = await FileWork.perform({ cache.read(name, count: picture * frames.count) }) {
      let grids = PixelGrid.grids(bytes, wish.size)
      return report(.pictures(film.reel, first: 0, grids, isLast: true))
    }
    guard let tool = FrameTool.find(path: path) else { return report(.trouble(.toolMissing)) }
    if wish.isStill {
      do { try await clock.sleep(clock.elapsed() + Self.rest) } catch { return }
    }
    var bytes: [UInt8] = []
    var told = 0
    let arguments = FrameTool.arguments(wish.path, film.reel, frames: frames, size: (wish.size.width, wish.size.height))
    let complaint = await tool.run(arguments) { more in
      bytes += more
      let count = min(frames.count, bytes.count / picture)
      guard count >= (told == 0 ? 1 : told + Self.piece), count < frames.count else { return }
      let grids = PixelGrid.grids(bytes[(told * picture)..<(count * picture)], wish.size)
      report(.pictures(film.reel, first: told, grids, isLast: false))
      told = count
    }
    if Task.isCancelled { return }
    let whole = bytes.prefix(min(frames.count, bytes.count / picture) * picture)
    guard !whole.isEmpty else {
      // It may have been taken away meanwhile.
      if case .failure(let trouble) = await Self.open(wish.path) { return report(.trouble(trouble)) }
      return report(.trouble(.unreadable(complaint.map { Reason(quoting: $0) } ?? Reason(Strings.filmHeaders))))
    }
    report(
      .pictures(
        film.reel, first: told, PixelGrid.grids(whole.dropFirst(told * picture), wish.size), isLast: true))
    if whole.count == frames.count * picture {
      let kept = Array(whole)
      await FileWork.perform { cache.write(kept, name) }
    }
  }

  /// Writes one picture of a film in full, as a JPEG with a name of its own.
  package func keep(_ film: String, frame: Int) async -> Result<ReferenceImage, FrameTrouble> {
    switch await Self.open(film) {
    case .failure(let trouble): return .failure(trouble)
    case .success(let found):
      guard let tool = FrameTool.find(path: path) else { return .failure(.toolMissing) }
      let target: String
      do {
        target = try await FileWork.run { [images] in
          try SystemFile.makeFolder(images, isPrivate: true)
          return PictureWorkshop.freeName(for: film, "\(ReferenceImage.frameMark)\(frame + 1)", .jpeg, in: images)
        }
      } catch {
        let reason = (error as? FileFault).map { Reason(systemCode: $0.code) } ?? Reason(quoting: "\(error)")
        return .failure(.unreadable(Reason(images, reason)))
      }
      let complaint = await tool.run(FrameTool.arguments(film, found.reel, frame: frame, to: target)) { _ in }
      // What was made is what counts, not what the program says of it.
      if (try? await PictureFile.load(target)) != nil { return .success(.file(path: target)) }
      await FileWork.perform { SystemFile.remove(target) }
      return .failure(.unreadable(complaint.map { Reason(quoting: $0) } ?? Reason(Strings.frameUnreadable)))
    }
  }

  /// Looks into a film for an export; nil when it cannot be read.
  package func glance(_ film: String, for what: ExportFormat.Glance) async -> FilmGlance? {
    guard case .success(let found) = await Self.open(film) else { return nil }
    var glance = FilmGlance(rate: found.reel.rate)
    guard case .still = what, let tool = FrameTool.find(path: path) else { return glance }
    var bytes: [UInt8] = []
    _ = await tool.run(FrameTool.still(film, found.reel)) { bytes += $0 }
    if bytes.starts(with: [0xFF, 0xD8]) { glance.still = Data(bytes).base64EncodedString() }
    return glance
  }

  private struct Film: Sendable {
    let reel: FilmReel
    let stamp: FilmStamp
  }

  private static func open(_ path: String) async -> Result<Film, FrameTrouble> {
    await FileWork.perform {
      let isNoFilm = FrameTrouble.unreadable(Reason(Strings.filmHeaders))
      do {
        // Opening a pipe waits for somebody who writes into it.
        guard SystemFile.exists(path) else { return .failure(.gone) }
        guard SystemFile.leadsToFile(path) else { return .failure(isNoFilm) }
        let descriptor = try SystemFile.openForReading(path)
        defer { SystemFile.close(descriptor) }
        let reel = try FilmBoxes.reel(length: try SystemFile.length(descriptor, path: path)) { offset, count in
          try SystemFile.read(descriptor, at: offset, count: count, path: path)
        }
        guard let reel, let stamp = FilmStamp(descriptor) else { return .failure(isNoFilm) }
        return .success(Film(reel: reel, stamp: stamp))
      } catch let fault as FileFault {
        return .failure(
          fault.code == ENOENT ? .gone : .unreadable(Reason(systemCode: fault.code)))
      } catch {
        return .failure(isNoFilm)
      }
    }
  }
}

extension FrameWish {
  /// A part of a file name.
  fileprivate var cacheName: String {
    let part =
      switch part {
      case .spread(let count): "spread-\(count)"
      case .run(let first, let count): "run-\(first)-\(count)"
      }
    return "\(part)-\(size)"
  }
}

extension PixelGrid {
  /// Pictures of one size that lie one behind the other.
  fileprivate static func grids(_ bytes: some RandomAccessCollection<UInt8>, _ size: VideoSize) -> [PixelGrid] {
    let count = size.width * size.height * 3
    return stride(from: 0, to: bytes.count, by: max(1, count)).compactMap { start in
      PixelGrid(width: size.width, height: size.height, rgb: Array(bytes.dropFirst(start).prefix(count)))
    }
  }
}
