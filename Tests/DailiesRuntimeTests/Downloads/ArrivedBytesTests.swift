import NIOCore
import Testing

@testable import DailiesRuntime

struct ArrivedBytesTests {
  private func arrived(_ sizes: [Int]) -> ArrivedBytes {
    var bytes = ArrivedBytes()
    for (index, size) in sizes.enumerated() {
      bytes.append(ByteBuffer(repeating: UInt8(truncatingIfNeeded: index), count: size))
    }
    return bytes
  }

  @Test func largePartsStayAsTheyCameAndSmallOnesArePutTogether() {
    let bytes = arrived([65_536, 1400, 1400, 1400, 65_536, 1400])
    #expect(bytes.parts.map(\.readableBytes) == [65_536, 4200, 65_536, 1400])
    #expect(bytes.count == 136_672)
  }

  @Test func aSlowLineCostsNoMoreWritesThanAFastOne() {
    #expect(arrived([Int](repeating: 1400, count: 375)).parts.count <= 5)
  }

  @Test func whatChunksCutOutOfOneReadIsPutTogether() {
    let bytes = arrived([Int](repeating: 32_768, count: 31))
    #expect(bytes.parts.count == 8 && bytes.count == 1_015_808)
  }

  @Test func aMebibyteOrEightPartsAreWrittenAtOnce() {
    #expect(!arrived([262_144, 262_144, 262_144, 262_143]).isFull)
    #expect(arrived([262_144, 262_144, 262_144, 262_144]).isFull)
    #expect(!arrived([Int](repeating: 70_000, count: 7)).isFull)
    #expect(arrived([Int](repeating: 70_000, count: 8)).isFull)
  }

  @Test func noByteIsLostOrMoved() {
    let sizes = [0, 8, 40_000, 1, 2, 65_535, 65_536, 3, 200_000, 5]
    let whole = arrived(sizes).parts.flatMap { Array($0.readableBytesView) }
    let expected = sizes.enumerated().flatMap { [UInt8](repeating: UInt8($0.offset), count: $0.element) }
    #expect(whole == expected)
  }
}
