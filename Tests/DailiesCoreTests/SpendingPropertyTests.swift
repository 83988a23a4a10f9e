import TerminalCanvas
import TestSupport
import Testing

@testable import DailiesCore

/// Nothing but an Enter on the review sheet asks for money, and nothing but one on a held or leaving row sends it.
struct SpendingPropertyTests {
  /// What a step may send, known before it is taken.
  struct Permission {
    var orders: [Order] = []
    var released: Take.Number?
    var sentNow: Take.Number?

    init(_ state: State, isConfirm: Bool, isOpen: Bool) {
      if isConfirm, case .review(let sheet)? = state.layers.last, state.service.hasKey { orders = sheet.orders }
      var opens = isOpen && state.layers.isEmpty
      if isConfirm, case .palette(let palette)? = state.layers.last, state.layers.count == 1 {
        let matches = palette.matches(in: state)
        opens = matches.indices.contains(palette.chooser.selected) && matches[palette.chooser.selected] == .open
      }
      if isConfirm, case .commandLine(let entry)? = state.layers.last, state.layers.count == 1 {
        opens = entry.choice(in: state) == .command(.open)
      }
      guard opens, state.focus == .takes, let take = state.list.selected else { return }
      if take.phase == .held { released = take.number }
      if take.phase == .leaving { sentNow = take.number }
    }

    func expect(_ effects: [Effect], _ comment: Comment) {
      #expect(effects.confirmed == (orders.isEmpty ? [] : [orders]), comment)
      let released = effects.filter { if case .release = $0 { true } else { false } }
      #expect(released == (self.released.map { [.release([$0], countdown: 5)] } ?? []), comment)
      let sent = effects.filter { if case .sendNow = $0 { true } else { false } }
      #expect(sent == (sentNow.map { [.sendNow([$0])] } ?? []), comment)
    }
  }

  private static let keys: [Key] =
    Set(Keymap.standard.bindings.map(\.key)).sorted { "\($0)" < "\($1)" } + "abz09 灯？／é".map { Key.character($0) }
  /// Keys that lead towards a send come more often than by chance.
  private static let hot: [Key] = [
    .enter, .enter, .function(5), .function(3), .down, .escape, .character("a"), .control("p"),
  ]

  private func randomKey(_ random: inout SeededGenerator) -> Key {
    let table = Int.random(in: 0..<3, using: &random) == 0 ? Self.hot : Self.keys
    return table.randomElement(using: &random) ?? .enter
  }

  @Test(arguments: Place.allCases) func randomKeysSendNothingElse(place: Place) {
    var yeses = 0
    for seed in 0..<12 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var desk = place.desk()
      for step in 0..<150 {
        let roll = Int.random(in: 0..<40, using: &random)
        if roll == 0 {
          desk.paste("/a b/c.png\nq")
          #expect(desk.effects.confirmed == [])
          continue
        }
        if roll == 1 {
          desk.pass(.seconds(1))
          #expect(desk.effects.confirmed == [])
          continue
        }
        let key = randomKey(&random)
        let command = desk.state.keymap.command(for: key, in: desk.state.context)
        let permission = Permission(desk.state, isConfirm: command == .confirm, isOpen: command == .open)
        if !permission.orders.isEmpty { #expect(key == .enter) }
        desk.press(key)
        permission.expect(desk.effects, "\(place), seed \(seed), step \(step): \(key.name)")
        yeses += desk.effects.confirmed.count
        desk.answerQueries()
      }
      for _ in 0..<12 { desk.press(.escape) }
      #expect(desk.state.layers == [], "Esc closes every layer")
    }
    if place == .prompt { #expect(yeses > 5, "the walk must come by the review sheet") }
  }

  @Test(arguments: Place.allCases) func everyCommandEverywhereSendsNothingElse(place: Place) {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)] {
      let start = place.desk(size.columns, size.rows)
      for command in Command.allCases {
        var desk = start
        let permission = Permission(desk.state, isConfirm: command == .confirm, isOpen: command == .open)
        desk.perform(command)
        permission.expect(desk.effects, "\(place): \(command)")
      }
    }
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 39, rows: 11), Size(columns: 1, rows: 60)])
  func nothingIsSentFromATerminalThatIsTooSmall(size: Size) {
    for place in Place.allCases {
      var start = place.desk()
      start.apply(.resized(size))
      for command in Command.allCases {
        var desk = start
        desk.perform(command)
        let sends = desk.effects.contains {
          switch $0 {
          case .confirm, .release, .sendNow: true
          default: false
          }
        }
        #expect(!sends, "\(place): \(command)")
      }
    }
  }

  @Test func aTakeOutOfSightIsNotActedUponByName() {
    var desk = Desk()
    desk.load([Desk.take(7, .held)])
    for name in [Command.open, .drop, .hide, .save, .again, .edit] {
      desk.press(.function(2))
      desk.choose(name)
      #expect(desk.effects.filter { if case .loadRows = $0 { false } else { true } } == [], "\(name)")
      #expect(desk.state.focus == .takes, "\(name): the list comes into sight")
      #expect(desk.state.layers == [], "\(name)")
    }
  }
}
