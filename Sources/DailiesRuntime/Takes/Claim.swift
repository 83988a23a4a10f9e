import DailiesCore

/// What came of the wish to let a held take leave.
enum Claim {
  case claimed
  /// Another program has it in hand, or it does not wait to be sent any more.
  case movedOn
  /// A limit refuses it, or the store could not be written.
  case refused(Problem)
}

/// Takes that were refused for the same reason are told of in one sentence.
struct ClaimRefusals {
  private var refused: [(problem: Problem, numbers: [Take.Number])] = []

  mutating func add(_ number: Take.Number, _ problem: Problem) {
    if let index = refused.firstIndex(where: { $0.problem.kind == problem.kind }) {
      refused[index].numbers.append(number)
    } else {
      refused.append((problem, [number]))
    }
  }

  /// Which takes are meant stands before the reason of the first one.
  var problems: [Problem] {
    refused.map { problem, numbers in
      guard numbers.count > 1 else { return problem }
      var problem = problem
      let names =
        numbers.count > 4 ? "\(numbers[0]) … \(numbers[numbers.count - 1]) (\(numbers.count))" : Self.list(numbers)
      problem.detail = problem.detail.isEmpty ? names : names + ": " + problem.detail
      problem.chineseDetail = problem.chineseDetail.map { names + "：" + $0 }
      return problem
    }
  }

  private static func list(_ numbers: [Take.Number]) -> String { numbers.map(\.description).joined(separator: " ") }
}
