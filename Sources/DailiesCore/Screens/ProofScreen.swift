/// A picture with the ordered frame over it, and how it is to be sent.
package struct ProofScreen: Equatable, Sendable {
  package var image: ReferenceImage
  package var fit = PictureFit.asIs
  /// Nil while it is being drawn, and for what cannot be drawn here.
  package var drawing: PixelGrid.Drawing?
  /// A new picture is being made.
  package var isWorking = false
  package var refusal: Note?

  package init(image: ReferenceImage) { self.image = image }

  package mutating func move(by step: Int) {
    let all = PictureFit.allCases
    let at = all.firstIndex(of: fit) ?? 0
    fit = all[(at + step + all.count) % all.count]
    refusal = nil
  }

  /// The largest picture that is drawn in half blocks, in pixels: enough for every terminal, little to hold.
  package static let largest = (width: 160, height: 120)
  /// The largest that is drawn where the terminal shows pixels.
  package static let most = (width: 1280, height: 960)
}
