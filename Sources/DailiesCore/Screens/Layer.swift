/// What lies over the screens; Esc closes the topmost. Only the topmost takes keys.
package enum Layer: Equatable, Sendable {
  case review(ReviewSheet)
  case detail(DetailScreen)
  case screening(ScreeningScreen)
  case eveningSheet(EveningSheet)
  case compare(CompareScreen)
  case lineage(LineageScreen)
  case blowUp(BlowUpPicker)
  case flipBook(FlipBook)
  case settle(SettleSheet)
  case copyMenu(CopyMenu)
  case help(HelpScreen)
  case activity(ScrollPosition)
  case palette(PaletteScreen)
  case snippets(SnippetScreen)
  case commandLine(CommandEntry)
  case line(LineEntry)
  case image(ImageEntry)
  case proof(ProofScreen)
  case setup(SetupScreen)
  case price(PriceForm)
  case settings(SettingsScreen)
  case profiles(ProfilePicker)
  case models(ModelPicker)
  case quitQuestion
  case question(MarkedAct)
  case tags(TagEntry)
  case shots(ShotPicker)
  case drafts(DraftsScreen)
  case history(HistoryScreen)
  case findText(FindInText)
  case views(ViewsScreen)
  case sort(SortScreen)

  package var context: KeyContext {
    switch self {
    case .review: .review
    case .detail: .detail
    case .screening: .screening
    case .eveningSheet: .eveningSheet
    case .compare: .compare
    case .lineage: .lineage
    case .blowUp: .blowUp
    case .flipBook: .flipBook
    case .settle: .settle
    case .copyMenu: .copyMenu
    case .help: .help
    case .activity: .activity
    case .palette: .palette
    case .snippets: .snippets
    case .commandLine: .commandLine
    case .line: .line
    case .image: .image
    case .proof: .proof
    case .setup: .setup
    case .price: .price
    case .settings: .settings
    case .profiles: .profiles
    case .models: .models
    case .quitQuestion: .quitQuestion
    case .question: .question
    case .tags: .tags
    case .shots: .shots
    case .drafts: .drafts
    case .history: .history
    case .findText: .findText
    case .views: .views
    case .sort: .sort
    }
  }
}

/// A place in a text that is longer than its window. The view clamps it, since only the view knows the length.
package struct ScrollPosition: Hashable, Sendable {
  package var top = 0

  package init() {}

  /// Does what a scrolling key does; false when it is no such key.
  package mutating func perform(_ command: Command, page: Int) -> Bool {
    switch command {
    case .scrollUp: top -= 1
    case .scrollDown: top += 1
    case .pageUp: top -= page
    case .pageDown: top += page
    case .selectFirst: top = 0
    case .selectLast: top = .max / 2
    default: return false
    }
    top = max(0, top)
    return true
  }
}

/// The help screen: every command with its keys, the states, the words of the demo service.
package struct HelpScreen: Hashable, Sendable {
  package var scroll = ScrollPosition()
  /// Only lines that hold this are shown; empty: all.
  package var search = ""
  /// Where the person was when asking for help.
  package var context: KeyContext

  package init(context: KeyContext) { self.context = context }
}

/// One take in full.
package struct DetailScreen: Equatable, Sendable {
  package var take: Take
  package var events: [TakeEvent] = []
  /// How often the service was asked, once loaded; nil: never.
  package var checks: Checks?
  /// The service's last answer as received, once loaded.
  package var answer: String?
  package var scroll = ScrollPosition()
  package var showsAnswer = false

  package init(take: Take) { self.take = take }
}
