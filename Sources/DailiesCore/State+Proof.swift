import TerminalCanvas
import VideosAPI

/// The proof of the reference picture: how it lies in the frame of the film.
extension State {
  mutating func openProof() -> [Effect] {
    guard let image = shot.image else { return [] }
    layers.append(.proof(ProofScreen(image: image)))
    guard case .file = image, pictures[image]?.facts != nil else { return look(at: image) }
    return drawProof(image)
  }

  /// Asks for the pixels of a picture: as many as a proof can show.
  func drawProof(_ image: ReferenceImage) -> [Effect] {
    guard case .file = image, let shown = pictures[image]?.facts?.shown else { return [] }
    var largest = ProofScreen.largest
    if graphics != nil {
      let place = pixels(forCells: Size(columns: layout.body.columns, rows: layout.body.rows))
      largest = (min(place.width, ProofScreen.most.width), min(place.height, ProofScreen.most.height))
    }
    let size = PixelGrid.size(of: (shown.width, shown.height), columns: largest.width, rows: largest.height)
    return [.drawPicture(image, VideoSize(width: size.width, height: size.height))]
  }

  /// After a picture was attached and looked at, the proof shows how it lies in the frame.
  mutating func proofIsDue(_ image: ReferenceImage) -> [Effect] {
    guard proofWanted == image, pictures[image]?.facts != nil, shot.image == image else { return [] }
    proofWanted = nil
    guard layers.isEmpty, !isTooSmall, case .file = image else { return [] }
    layers.append(.proof(ProofScreen(image: image)))
    return drawProof(image)
  }

  mutating func performInProof(_ command: Command, _ proof: ProofScreen) -> [Effect] {
    var proof = proof
    switch command {
    case .previousRow: proof.move(by: -1)
    case .nextRow: proof.move(by: 1)
    case .attachImage:
      layers.removeLast()
      return [.stopDrawing] + enterImage()
    case .removeImage:
      layers.removeLast()
      return [.stopDrawing] + removeImage()
    case .confirm:
      guard proof.fit != .asIs else {
        layers.removeLast()
        return [.stopDrawing]
      }
      if let reason = unavailable(proof.fit, proof) {
        proof.refusal = Note(Strings.proofUnavailable, reason, tone: .attention)
        break
      }
      guard !proof.isWorking, case .file = proof.image, let facts = pictures[proof.image]?.facts else { return [] }
      proof.isWorking = true
      replaceTop(.proof(proof))
      return [.fitPicture(proof.image, facts, proof.fit, shot.size)]
    default: return []
    }
    replaceTop(.proof(proof))
    return []
  }

  /// Why a picture cannot be changed here; nil when it can, as far as is known.
  package func unavailable(_ fit: PictureFit, _ proof: ProofScreen) -> String? {
    guard fit != .asIs else { return nil }
    if case .address = proof.image { return say(Strings.proofAddress) }
    if proof.drawing == .toolMissing { return say(Strings.proofToolMissing) }
    return nil
  }

  mutating func pictureDrawn(_ image: ReferenceImage, _ drawing: PixelGrid.Drawing) {
    changeProof(of: image) { $0.drawing = drawing }
  }

  mutating func pictureFitted(_ image: ReferenceImage, _ new: ReferenceImage) -> [Effect] {
    guard shot.image == image else { return [] }
    layers.removeAll { if case .proof(let proof) = $0 { proof.image == image } else { false } }
    note(Note(Strings.proofFitted, new.name, tone: .good))
    return [.stopDrawing] + changeShot { $0.image = new } + look(at: new)
  }

  mutating func pictureNotFitted(_ image: ReferenceImage, _ reason: Note) {
    changeProof(of: image) { proof in
      proof.isWorking = false
      proof.refusal = reason
    }
  }

  private mutating func changeProof(of image: ReferenceImage, _ change: (inout ProofScreen) -> Void) {
    changeLayers { layer in
      guard case .proof(var proof) = layer, proof.image == image else { return }
      change(&proof)
      layer = .proof(proof)
    }
  }
}
