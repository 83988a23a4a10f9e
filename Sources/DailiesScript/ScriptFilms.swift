import DailiesCore
package import DailiesRuntime
import VideosAPI

/// Pictures of films that are the same on every machine, whatever reads films there: a light that goes from left to right.
package enum ScriptFilms {
  package static let access = FrameAccess(
    draw: { wish, report in
      let reel = FilmReel(width: 1280, height: 720, seconds: 8, frames: 192)
      let pictures = wish.frames(of: reel).compactMap { picture($0, of: reel, wish.size) }
      report(.pictures(reel, first: 0, pictures, isLast: true))
    },
    keep: { _, _ in .failure(.toolMissing) })

  private static func picture(_ frame: Int, of reel: FilmReel, _ size: VideoSize) -> PixelGrid? {
    let (column, row) = (frame * size.width / reel.frames, size.height / 2)
    var bytes: [UInt8] = []
    for y in 0..<size.height {
      for x in 0..<size.width {
        let near = max(0, 255 - (abs(x - column) + abs(y - row)) * 640 / size.width)
        bytes += [UInt8(max(near, 30)), UInt8(max(near * 3 / 4, 30 + y * 40 / size.height)), 60]
      }
    }
    return PixelGrid(width: size.width, height: size.height, rgb: bytes)
  }
}
