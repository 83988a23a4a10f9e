package import VideosAPI

/// The picture that a film starts from.
extension State {
  /// A picture that was dropped or pasted is offered, never taken silently: its text stands in the prompt as any other.
  mutating func offerImage(_ pasted: String) {
    offeredImage = ReferenceImage(reading: pasted)
    offeredText = pasted
    switch offeredImage {
    case .file: note(Note(Strings.imageOffered))
    case .address: note(Note(Strings.imageOfferedAddress))
    case nil: break
    }
  }

  mutating func enterImage() -> [Effect] {
    let text =
      switch offeredImage ?? shot.image {
      case .file(let path): path
      case .address(let address): address
      case nil: ""
      }
    let entry = ImageEntry(text: text)
    layers.append(.image(entry))
    return listing(for: entry)
  }

  mutating func removeImage() -> [Effect] {
    note(Note(Strings.imageRemoved))
    return changeShot { $0.image = nil }
  }

  mutating func performInImage(_ command: Command, _ entry: ImageEntry) -> [Effect] {
    var entry = entry
    guard command == .confirm else {
      guard entry.perform(command) else { return [] }
      replaceTop(.image(entry))
      return listing(for: entry)
    }
    switch entry.answer() {
    case .none:
      layers.removeLast()
      offeredImage = nil
      guard shot.image != nil else { return [] }
      return removeImage()
    case .goOn:
      replaceTop(.image(entry))
      return listing(for: entry)
    case .refused(let refusal):
      entry.refusal = refusal
      replaceTop(.image(entry))
      return []
    case .image(let image):
      if case .file = image {
        // What it was found to be before may have been mended.
        entry.checking = image
        entry.refusal = nil
        replaceTop(.image(entry))
        return [.checkImage(image)]
      }
      if let flaw = flaw(of: image) {
        entry.refusal = Note(Strings.imageRefused, flaw.text(language), tone: .attention)
        replaceTop(.image(entry))
        return []
      }
      layers.removeLast()
      return attach(image) + look(at: image)
    }
  }

  /// Takes the file that was entered, or says in the field why it cannot be sent.
  private mutating func answerEntry(_ image: ReferenceImage) -> [Effect] {
    guard case .image(var entry)? = layers.last, entry.checking == image else { return [] }
    guard let flaw = flaw(of: image) else {
      layers.removeLast()
      return attach(image)
    }
    entry.checking = nil
    entry.refusal = Note(Strings.imageNotTaken, flaw.text(language), tone: .attention)
    replaceTop(.image(entry))
    return []
  }

  /// Attaches a picture. What was pasted to offer it goes from the prompt, as a step that can be undone.
  mutating func attach(_ image: ReferenceImage) -> [Effect] {
    var effects: [Effect] = []
    note(Note(Strings.imageAttached, image.name))
    let pasted = offeredText.trimming
    if image == offeredImage, !pasted.isEmpty, prompt.text.contains(pasted) {
      effects = editPrompt { $0.setText($0.text.replacing(pasted, with: "", maxReplacements: 1)) }
      note(Note(Strings.imageAttachedFromText, image.name))
    }
    offeredImage = nil
    proofWanted = image
    return effects + changeShot { $0.image = image }
  }

  /// Asks for the folder of the path, unless it is there.
  func listing(for entry: ImageEntry) -> [Effect] {
    guard let folder = entry.folder, folder != entry.listing?.folder else { return [] }
    return [.listFolder(folder)]
  }

  mutating func folderListed(_ listing: FolderListing) {
    changeLayers { layer in
      switch layer {
      case .image(var entry):
        entry.receive(listing)
        layer = .image(entry)
      case .line(var entry):
        entry.complete(by: listing)
        layer = .line(entry)
      default: break
      }
    }
  }

  // MARK: What is known of it

  /// Looks at a picture anew: files change.
  mutating func look(at image: ReferenceImage) -> [Effect] {
    pictures[image] = pictures[image] ?? .looking
    return [.checkImage(image)]
  }

  /// The picture of a draft that came from the store. An address is asked only when it is attached or reviewed.
  mutating func unseenPicture() -> [Effect] {
    guard case .file? = shot.image, let image = shot.image, pictures[image] == nil else { return [] }
    return look(at: image)
  }

  mutating func imageChecked(_ image: ReferenceImage, _ finding: ImageFinding) -> [Effect] {
    pictures[image] = finding
    let effects = answerEntry(image)
    guard shot.image == image else { return effects }
    if let flaw = flaw(of: image) {
      note(Note(Strings.imageRefused, flaw.text(language), tone: .attention))
    } else if let doubt = remarks(on: image, for: shot.size).first {
      note(Note(Strings.imageRemark, doubt, tone: .attention))
    }
    return effects
  }

  /// Why a picture cannot be sent to the chosen service, as far as that is known; nil: nothing is in the way.
  package func flaw(of image: ReferenceImage) -> ImageFlaw? {
    if case .address = image, pictureEncoding == .multipart { return .addressAsFile }
    if case .refused(let flaw) = pictures[image] { return flaw }
    return nil
  }

  /// Why orders cannot be sent with their pictures; nil when nothing is in the way.
  func imageRefusal(in orders: [Order]) -> Note? {
    let flaw = orders.compactMap(\.image).compactMap { self.flaw(of: $0) }.first
    return flaw.map { Note(Strings.imageCannotBeSent, $0.text(language), tone: .bad) }
  }

  /// How the chosen service wants pictures.
  package var pictureEncoding: ImageEncoding { service.isDemo ? .dataURL : settings.chosenProfile.imageEncoding }

  /// What a person should know of a picture before it is sent, the weightiest first; empty: nothing.
  package func remarks(on image: ReferenceImage, for size: VideoSize) -> [String] {
    switch pictures[image] {
    case .doubtful(let doubt): return [doubt.text(language)]
    case .picture(let facts):
      var remarks: [String] = []
      if facts.isHeavy { remarks.append(say(Strings.imageHeavy, ByteCount(Int64(facts.byteCount)).text)) }
      if !facts.fits(size) { remarks.append(say(Strings.imageOtherShape, facts.shown.description, size.description)) }
      if facts.isTurned { remarks.append(say(Strings.imageTurned)) }
      return remarks
    case .looking, .answers, .refused, nil: return []
    }
  }

  /// What the row of the shot settings says of the picture.
  var pictureInRow: ShotPane.Picture {
    var picture = ShotPane.Picture()
    guard let image = shot.image else { return picture }
    picture.facts = pictures[image] == .looking ? say(Strings.imageLooking) : facts(of: image)
    picture.flaw = flaw(of: image)?.text(language)
    picture.remarks = remarks(on: image, for: shot.size)
    return picture
  }

  /// `1920x1080, 2.1 MB (2.8 MB encoded)`; empty while nothing is known.
  package func facts(of image: ReferenceImage) -> String {
    guard let facts = pictures[image]?.facts else { return "" }
    guard facts.byteCount > 0 else { return facts.shown.description }
    let weight = ByteCount(Int64(facts.byteCount)).text
    guard case .file = image, pictureEncoding != .multipart else { return "\(facts.shown), \(weight)" }
    let encoded = ByteCount(Int64(pictureEncoding.weight(of: facts.byteCount))).text
    return say(Strings.imageFacts, facts.shown.description, weight, encoded)
  }
}
