import DemoService

/// Faults by name: `fault [always] [create | state | content] NAME [VALUES]`. Without an operation it is about content.
extension ScriptLine {
  func fault() throws(Flaw) -> ScriptStep {
    var words = words[...]
    let isAlways = words.first == "always"
    if isAlways { words.removeFirst() }
    var operation = FaultPlan.Operation.content
    if let named = words.first.flatMap(Self.operation) {
      operation = named
      words.removeFirst()
    }
    guard let name = words.popFirst() else { throw Flaw("fault takes the name of a fault") }
    let fault = try Self.fault(name, Array(words), self)
    return isAlways ? .faultAlways(operation, fault) : .fault(operation, fault)
  }

  private static func operation(_ word: String) -> FaultPlan.Operation? {
    switch word {
    case "create": .create
    case "state": .state
    case "content": .content
    default: nil
    }
  }

  private static func fault(_ name: String, _ values: [String], _ line: ScriptLine) throws(Flaw) -> Fault {
    func number(_ index: Int) throws(Flaw) -> Int {
      guard values.indices.contains(index), let number = Int(values[index]) else {
        throw Flaw("\(name) takes a number")
      }
      return number
    }
    func time(_ index: Int) throws(Flaw) -> Duration {
      guard values.indices.contains(index) else { throw Flaw("\(name) takes a time") }
      return try line.duration(values[index])
    }
    switch name {
    case "none": return .pass
    case "status": return .status(try number(0), body: values.dropFirst().joined(separator: " "))
    case "rate-limit": return .status(429, headers: ["retry-after": String(try time(0).components.seconds)])
    case "hang-up": return .hangUp
    case "lose-answer": return .loseAnswer
    case "silence": return .silence
    case "delay": return .delay(try time(0))
    case "cut-after": return .cutAfter(bytes: try number(0))
    case "wrong-length": return .wrongLength(try number(0))
    case "no-length": return .noLength
    case "drip": return .drip(bytes: try number(0), every: try time(1))
    case "malformed": return .malformedBody
    case "error-as-film": return .errorAsFilm
    case "truncated": return .truncatedFilm
    case "gzip": return .gzip
    case "ignore-range": return .ignoreRange
    case "wrong-range": return .wrongContentRange
    case "changed-etag": return .changedETag
    case "no-etag": return .noETag
    default: throw Flaw("no fault is called \(name)")
    }
  }
}
