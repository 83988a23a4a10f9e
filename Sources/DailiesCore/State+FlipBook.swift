package import TerminalCanvas
import VideosAPI

/// The flip-book: a film, picture by picture. While it runs it follows the film's own time; a picture that is not here yet is
/// waited for, and the time with it.
extension State {
  mutating func openFlipBook(_ take: Take) -> [Effect] {
    guard let path = take.savedPath else { return [] }
    message = nil
    // Whoever opens it may have put right what failed.
    frames.forgetTrouble(with: path)
    var book = FlipBook(take: take)
    if settings.motion, drawsPictures { book.run = FlipBook.Run(since: now, from: 0) }
    layers.append(.flipBook(book))
    return []
  }

  /// What is known of the film in the flip-book.
  package func reel(of book: FlipBook) -> FilmReel? { book.take.savedPath.flatMap { frames.reel(of: $0) } }

  /// Cells of the picture; below it stands a line of words.
  package var flipBookArea: Size {
    Size(columns: layout.body.columns - 2, rows: layout.body.rows - 3)
  }

  private func size(of book: FlipBook, longest: Int = longestSide) -> VideoSize {
    frameSize(of: filmSize(of: book.take), in: flipBookArea, longest: longest)
  }

  /// The picture of a film that stands, in more pixels than one that runs has; nil: there are no more to be shown.
  private func still(in book: FlipBook) -> FrameWish? {
    let size = size(of: book, longest: Self.longestStill)
    guard book.run == nil, size != self.size(of: book), let path = book.take.savedPath else { return nil }
    return FrameWish(path: path, .run(from: book.frame, count: 1), size: size)
  }

  package func sharpPicture(in book: FlipBook) -> PixelGrid? {
    still(in: book).flatMap { frames.pictures(of: $0).first }
  }

  /// The picture of the flip-book; nil: it is not here.
  package func picture(in book: FlipBook, frame: Int? = nil) -> PixelGrid? {
    book.take.savedPath.flatMap { picture(frame ?? book.frame, of: $0, size: size(of: book)) }
  }

  /// Whether the picture is still to come.
  package func isComing(_ book: FlipBook, frame: Int? = nil) -> Bool {
    guard let path = book.take.savedPath, picture(in: book, frame: frame) == nil else { return false }
    return !frames.isComplete(FrameWish(path: path, run: frame ?? book.frame, size: size(of: book)))
  }

  /// The run of the picture that is shown, that picture as it is when it stands, and the run behind it.
  func wanted(by book: FlipBook) -> [FrameWish] {
    guard let path = book.take.savedPath else { return [] }
    let wish = FrameWish(path: path, run: book.frame, size: size(of: book))
    let wishes = [wish, still(in: book)].compactMap { $0 }
    guard let reel = frames.reel(of: path), case .run(let first, let count) = wish.part, first + count < reel.frames
    else { return wishes }
    return wishes + [FrameWish(path: path, run: first + count, size: wish.size)]
  }

  /// A take changed: its film may be another one now.
  mutating func followFilm(of take: Take, before: TakePhase?) {
    if before != .saved, let path = take.savedPath { frames.forget(path) }
  }

  // MARK: Running

  private var openBook: FlipBook? {
    if case .flipBook(let book)? = layers.last { book } else { nil }
  }

  /// When the next picture is due; nil: none is, or it is waited for.
  package var pictureDue: Timestamp? {
    guard let book = openBook, book.run != nil, let reel = reel(of: book),
      picture(in: book, frame: book.frame + 1) != nil
    else { return nil }
    return book.nextTurn(reel)
  }

  /// Shows the picture that a running film has come to.
  mutating func turnPages() {
    guard var book = openBook, let run = book.run, let reel = reel(of: book) else { return }
    let due = book.frame(at: now, reel)
    // Where nothing could be shown for a while it goes on from where it is.
    let stood = now < run.since || Double(due - book.frame) > max(1, reel.rate * book.pace / 2)
    if !stood { while book.frame < due, picture(in: book, frame: book.frame + 1) != nil { book.frame += 1 } }
    if stood || book.frame < due { book.run = FlipBook.Run(since: now, from: book.frame) }
    let isLast = book.frame == reel.frames - 1
    if isLast || (picture(in: book, frame: book.frame + 1) == nil && !isComing(book, frame: book.frame + 1)) {
      book.run = nil
    }
    replaceTop(.flipBook(book))
  }

  // MARK: Keys

  mutating func performInFlipBook(_ command: Command, _ book: FlipBook) -> [Effect] {
    var book = book
    let reel = reel(of: book)
    let last = (reel?.frames ?? 1) - 1
    let second = Int((reel?.rate ?? 1).rounded())
    func turn(to frame: Int) {
      book.run = nil
      book.frame = max(0, min(last, frame))
    }
    book.refusal = nil
    switch command {
    case .previousFrame, .scrollUp: turn(to: book.frame - 1)
    case .nextFrame, .scrollDown: turn(to: book.frame + 1)
    case .secondBack: turn(to: book.frame - second)
    case .secondForward: turn(to: book.frame + second)
    case .selectFirst: turn(to: 0)
    case .selectLast: turn(to: last)
    case .runFrames:
      if book.run != nil {
        book.run = nil
      } else {
        if book.frame == last { book.frame = 0 }
        book.run = FlipBook.Run(since: now, from: book.frame)
      }
    case .slower: book.changePace(by: -1, at: now)
    case .faster: book.changePace(by: 1, at: now)
    case .useFrame:
      guard let path = book.take.savedPath, !book.isKeeping else { return [] }
      book.run = nil
      book.isKeeping = true
      replaceTop(.flipBook(book))
      return [.keepFrame(book.take.number, path: path, frame: book.frame)]
    case .play, .showInFolder, .save:
      book.run = nil
      replaceTop(.flipBook(book))
      return perform(command, on: book.take)
    case .circle, .noGood, .clearVerdict, .undoAct, .redoAct: return performOnScreened(command, book.take)
    default: return []
    }
    replaceTop(.flipBook(book))
    return []
  }

  /// The picture lies in a file: it begins a new draft with the settings of the take.
  mutating func frameKept(_ number: Take.Number, _ image: ReferenceImage) -> [Effect] {
    // Whoever closed the flip-book meanwhile wants something else.
    guard let book = openBook, book.take.number == number, book.isKeeping else { return [] }
    let effects = editAsDraft(book.take, with: image)
    note(Note(Strings.frameTaken, number.description, image.name, tone: .good))
    return effects
  }

  mutating func frameNotKept(_ number: Take.Number, _ reason: Note) {
    changeLayers { layer in
      guard case .flipBook(var book) = layer, book.take.number == number else { return }
      book.isKeeping = false
      book.refusal = reason
      layer = .flipBook(book)
    }
  }
}
