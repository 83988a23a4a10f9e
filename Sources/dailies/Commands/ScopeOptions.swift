import ArgumentParser
import DailiesCore

/// Which takes a command is about, and in which order they stand.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only takes of a view: \(TakeView.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "view"))
  var view: TakeView = .all

  @Option(help: ArgumentHelp("Only takes that hold this text.", valueName: "text"))
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
    TakeScope(view: view, shot: shot, search: find, sort: TakeSort(sort, isReversed: reverse))
  }
}

extension TakeView: ExpressibleByArgument {}
extension TakeSort.Key: ExpressibleByArgument {}
