import DailiesCore
import TerminalCanvas

/// Every place a person can be at, with a desk that stands there.
enum Place: CaseIterable, Sendable {
  case emptyPrompt, prompt, promptPane, shot, takes, noTakes
  case review, reviewUnticked, reviewWithoutKey, help, activity, palette, commandLine, detail, settle, copyMenu,
    quitQuestion
  case find, model, image, importID, setup, findText, settings, settingEntry, profiles, profileName
  case ledger, price, export

  func desk(_ columns: Int = 80, _ rows: Int = 24) -> Desk {
    var desk = Desk(columns, rows, hasKey: self != .reviewWithoutKey)
    if self == .setup {
      desk.openSetup()
      return desk
    }
    if self != .noTakes { desk.load(Self.everyPhase) }
    if self != .emptyPrompt { desk.type("a boat\nat dawn") }
    switch self {
    case .emptyPrompt, .prompt, .setup: break
    case .promptPane: desk.press(.escape)
    case .shot: desk.press(.tab)
    case .takes, .noTakes: desk.press(.function(3))
    case .review, .reviewWithoutKey: desk.press(.function(5))
    case .reviewUnticked: desk.press(.function(5), .character(" "))
    case .help: desk.press(.function(1))
    case .activity: desk.press(.escape, .character("!"))
    case .palette: desk.press(.function(12))
    case .commandLine: desk.press(.escape, .character(":"))
    case .detail: desk.press(.function(3), .right)
    case .settle: desk.press(.function(3), .down, .down, .down, .enter)
    case .copyMenu: desk.press(.function(3), .character("y"))
    case .quitQuestion: desk.press(.escape, .character("q"))
    case .find: desk.press(.function(3), .character("/"))
    case .findText: desk.press(.control("f"))
    case .model: desk.press(.tab, .character("m"))
    case .image: desk.press(.function(6))
    case .ledger: desk.press(.function(4))
    case .price: desk.press(.function(4), .character("$"))
    case .export: desk.press(.function(4), .character("x"))
    case .importID: desk.press(.function(3), .character("I"))
    case .profiles: desk.press(.escape, .character("p"))
    case .profileName: desk.press(.escape, .character("p"), .down, .enter)
    case .settings: desk.press(.escape, .character(","))
    case .settingEntry: desk.press(.escape, .character(","), .down, .enter)
    }
    return desk
  }

  /// One take in every phase, newest first.
  static let everyPhase = TakePhase.allCases.enumerated().map { Desk.take(40 - $0.offset, $0.element) }
}
