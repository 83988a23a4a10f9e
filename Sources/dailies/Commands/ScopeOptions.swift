import ArgumentParser
import DailiesCore

/// Which takes a command is about, and in which order they stand.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only takes of a view: \(ViewName.allValueStrings.joined(separator: ", ")).", valueName: "view"))
  var view = ViewName.state(.all)

  @Option(
    help: ArgumentHelp(
      "Only takes that hold this text; is:circled, is:unrated and is:no-good go by the verdict.", valueName: "text"))
  var find = ""

  @Option(help: ArgumentHelp("Only takes of this shot; empty: those of none.", valueName: "name"))
  var shot: String?

  @Option(
    help: ArgumentHelp(
      "In the order of: \(TakeSort.Key.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "key"))
  var sort: TakeSort.Key = .number

  @Flag(help: "The order turned round.")
  var reverse = false

  var scope: TakeScope {
    let sort = TakeSort(sort, isReversed: reverse)
    switch view {
    case .state(let view): return TakeScope(view: view, shot: shot, search: find, sort: sort)
    case .judged(let judgement):
      let search = [find, judgement.search].filter { !$0.isEmpty }.joined(separator: " ")
      return TakeScope(shot: shot, search: search, sort: sort)
    }
  }
}

/// What `--view` takes: the views by state, and those by verdict.
enum ViewName: ExpressibleByArgument {
  case state(TakeView)
  case judged(Judgement)

  init?(argument: String) {
    if let view = TakeView(rawValue: argument) {
      self = .state(view)
    } else if let judgement = Judgement(name: argument) {
      self = .judged(judgement)
    } else {
      return nil
    }
  }

  static let allValueStrings = TakeView.allCases.map(\.rawValue) + Judgement.allCases.map(\.name)

  var defaultValueDescription: String { TakeView.all.rawValue }
}

extension TakeSort.Key: ExpressibleByArgument {}
