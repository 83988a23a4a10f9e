/// The sequences a terminal's own description gives its keys, as a tree of bytes: a key is found by as many steps as it has
/// bytes, without a copy of them.
struct KeySequences: Sendable {
  private struct Node {
    var byte: UInt8
    /// Into `keys`; nil: only a beginning.
    var key: Int32?
    var firstChild: Int32?
    var nextSibling: Int32?
  }

  private var nodes = [Node(byte: 0)]
  private var keys: [Key] = []

  /// - Parameter sequences: Of two alike the first counts. None is empty.
  init(_ sequences: [(bytes: [UInt8], key: Key)]) {
    for (bytes, key) in sequences {
      let node = bytes.reduce(0) { child(of: $0, by: $1) ?? appendChild(to: $0, by: $1) }
      guard nodes[node].key == nil else { continue }
      nodes[node].key = Int32(keys.count)
      keys.append(key)
    }
  }

  /// The longest sequence that begins there.
  func longest(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (key: Key, length: Int)? {
    var (node, length) = (0, 0)
    var found: (key: Int32, length: Int)?
    while start + length < bytes.count, let next = child(of: node, by: bytes[start + length]) {
      (node, length) = (next, length + 1)
      if let key = nodes[node].key { found = (key, length) }
    }
    return found.map { (keys[Int($0.key)], $0.length) }
  }

  private func child(of node: Int, by byte: UInt8) -> Int? {
    var next = nodes[node].firstChild
    while let child = next.map(Int.init) {
      if nodes[child].byte == byte { return child }
      next = nodes[child].nextSibling
    }
    return nil
  }

  private mutating func appendChild(to node: Int, by byte: UInt8) -> Int {
    nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
    nodes[node].firstChild = Int32(nodes.count - 1)
    return nodes.count - 1
  }
}
