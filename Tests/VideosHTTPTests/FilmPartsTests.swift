import NIOCore
import Testing

@testable import VideosHTTP

/// The memory that films are read into.
@Suite struct FilmPartsTests {
  private let parts = FilmParts()
  private let allocator = ByteBufferAllocator()

  private func next() -> ByteBuffer { FilmParts.Allocator(parts: parts).buffer(allocator: allocator) }

  private func place(_ part: ByteBuffer) -> UnsafeRawPointer? {
    part.withVeryUnsafeBytes { $0.baseAddress }
  }

  @Test func whatWasWrittenIsReadIntoAgain() {
    var part = next()
    part.writeString("the beginning of a film")
    let place = place(part)
    // As a decoder hands it on: a slice.
    var slice = part.getSlice(at: 4, length: 9)
    part = ByteBuffer()
    if let given = slice.take() { parts.giveBack(given) }
    let again = next()
    #expect(self.place(again) == place)
    #expect(again.readableBytes == 0 && again.writableBytes == FilmParts.length)
  }

  @Test func whatSomebodyHoldsIsNotReadInto() {
    var part = next()
    part.writeString("kept")
    parts.giveBack(part)
    let other = next()
    #expect(place(other) != place(part))
    #expect(part.readableBytesView.elementsEqual("kept".utf8))
  }

  @Test func onlySoManyAreKeptAsOneFilmNeeds() {
    var given = (0..<FilmParts.mostKept + 3).map { _ in next() }
    let places = Set(given.map(place))
    while let part = given.popLast() { parts.giveBack(part) }
    let taken = (0..<FilmParts.mostKept).map { _ in next() }
    #expect(taken.allSatisfy { places.contains(place($0)) })
    parts.giveBack(allocator.buffer(capacity: 512))
    #expect(next().capacity == FilmParts.length)
  }
}

extension Optional {
  fileprivate mutating func take() -> Wrapped? {
    defer { self = nil }
    return self
  }
}
