package import DailiesCore

/// How the screens come to pictures of films.
package struct FrameAccess: Sendable {
  package typealias Glance = @Sendable (_ film: String, _ what: ExportFormat.Glance) async -> FilmGlance?

  package let draw: FrameLane.Draw
  /// Writes the picture of that number of the film at a path as a file.
  package let keep: @Sendable (_ film: String, _ frame: Int) async -> Result<ReferenceImage, FrameTrouble>
  /// What an export wants to know of a film.
  package let glance: Glance

  package init(
    draw: @escaping FrameLane.Draw,
    keep: @escaping @Sendable (_ film: String, _ frame: Int) async -> Result<ReferenceImage, FrameTrouble>,
    glance: @escaping Glance = { _, _ in nil }
  ) {
    self.draw = draw
    self.keep = keep
    self.glance = glance
  }

  package static let none = FrameAccess(
    draw: { _, report in report(.trouble(.toolMissing)) }, keep: { _, _ in .failure(.toolMissing) })
}

extension FrameWorkshop {
  package var access: FrameAccess {
    FrameAccess(
      draw: { await draw($0, report: $1) }, keep: { await keep($0, frame: $1) }, glance: { await glance($0, for: $1) })
  }
}
