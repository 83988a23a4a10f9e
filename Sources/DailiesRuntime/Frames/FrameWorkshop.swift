package import DailiesCore
import Foundation
import VideosAPI

/// Makes pictures of films for the screens, by ffmpeg, and keeps them on disk.
package struct FrameWorkshop: Sendable {
  /// A film of the list is drawn when the selection has rested on it for so long.
  private static let rest = Duration.milliseconds(100)
  /// Pictures that are told of at once, after the first one.
  private static let piece = 12

  private let path: String
  private let cache: FrameCache
  private let clock: ClockSource

  /// - Parameters:
  ///   - path: The value of `PATH`: ffmpeg is looked for each time, so that it may be installed meanwhile.
  ///   - folder: Of the cache, absolute.
  ///   - limit: Bytes that the cache may take.
  package init(path: String, folder: String, limit: @escaping @Sendable () -> Int64, clock: ClockSource) {
    self.path = path
    cache = FrameCache(folder: folder, limit: limit)
    self.clock = clock
  }

  /// Makes what is wished and tells of it piece by piece, the first picture first. Says nothing more once the task is
  /// cancelled.
  package func draw(_ wish: FrameWish, report: @Sendable (FrameAnswer) -> Void) async {
    let film: Film
    switch await Self.open(wish.path) {
    case .success(let found): film = found
    case .failure(let trouble): return report(.trouble(trouble.reason))
    }
    let frames = wish.frames(of: film.reel)
    let picture = wish.size.width * wish.size.height * 3
    let name = "\(film.stamp.name)-\(wish.cacheName)"
    if let bytes = await FileWork.perform({ cache.read(name, count: picture * frames.count) }) {
      let grids = PixelGrid.grids(bytes, wish.size)
      return report(.pictures(film.reel, first: 0, grids, isLast: true))
    }
    guard let tool = FrameTool.find(path: path) else { return report(.trouble(.toolMissing)) }
    if case .spread = wish.part {
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
    guard !whole.isEmpty || frames.isEmpty else {
      // It may have been taken away meanwhile.
      if case .failure(let trouble) = await Self.open(wish.path) { return report(.trouble(trouble.reason)) }
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

  private struct Film: Sendable {
    let reel: FilmReel
    let stamp: FilmStamp
  }

  private struct Trouble: Error {
    let reason: FrameTrouble
  }

  private static func open(_ path: String) async -> Result<Film, Trouble> {
    await FileWork.perform {
      do {
        // Opening a pipe waits for somebody who writes into it.
        guard SystemFile.exists(path) else { return .failure(Trouble(reason: .gone)) }
        guard Self.leadsToFile(path) else { return .failure(Trouble(reason: .unreadable(Reason(Strings.filmHeaders)))) }
        let descriptor = try SystemFile.openForReading(path)
        defer { SystemFile.close(descriptor) }
        let reel = try FilmBoxes.reel(length: try SystemFile.length(descriptor, path: path)) { offset, count in
          try SystemFile.read(descriptor, at: offset, count: count, path: path)
        }
        guard let reel, let stamp = FilmStamp(descriptor) else {
          return .failure(Trouble(reason: .unreadable(Reason(Strings.filmHeaders))))
        }
        return .success(Film(reel: reel, stamp: stamp))
      } catch let fault as FileFault {
        return .failure(
          Trouble(
            reason: fault.code == ENOENT ? .gone : .unreadable(Reason(quoting: String(cString: strerror(fault.code))))))
      } catch {
        return .failure(Trouble(reason: .unreadable(Reason(Strings.filmHeaders))))
      }
    }
  }

  /// Also by way of a link.
  private static func leadsToFile(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false))[.type]
    return type as? FileAttributeType == .typeRegular
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
