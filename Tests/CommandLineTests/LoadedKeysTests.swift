import DailiesCore
import TerminalCanvas
import Testing

@testable import dailies

struct LoadedKeysTests {
  private func load(_ text: String) throws -> LoadedKeys {
    let folder = try TemporaryFolder()
    try folder.write(text, to: LoadedKeys.fileName)
    return LoadedKeys(folder: folder.path)
  }

  @Test func withoutAFileTheKeysAreThoseOutOfTheBox() throws {
    let loaded = LoadedKeys(folder: try TemporaryFolder().path)
    #expect(loaded.keymap == .standard)
    #expect(loaded.warnings == [])
  }

  @Test func aCommandGetsTheKeysOfTheFileInThatPlaceOnly() throws {
    let loaded = try load("[prompt]\nreview = [\"Ctrl-Alt-R\", \"F10\"]\n[takes]\nsave = \"S\"\n")
    #expect(loaded.warnings == [])
    #expect(loaded.keymap.keys(for: .review, in: .prompt) == [Key(.character("r"), [.control, .alt]), .function(10)])
    #expect(loaded.keymap.command(for: .function(5), in: .prompt) == nil)
    #expect(loaded.keymap.command(for: .function(5), in: .takes) == .review)
    #expect(loaded.keymap.command(for: .character("S"), in: .takes) == .save)
    #expect(loaded.keymap.command(for: .character("d"), in: .takes) == nil)
    #expect(loaded.keymap.command(for: .character("d"), in: .detail) == .save)
  }

  @Test func aKeyIsTakenFromTheCommandThatHadItThere() throws {
    let keymap = try load("[takes]\nhide = [\"d\"]").keymap
    #expect(keymap.command(for: .character("d"), in: .takes) == .hide)
    #expect(keymap.keys(for: .save, in: .takes) == [])
    #expect(keymap.command(for: .character("x"), in: .takes) == nil)
  }

  @Test func anEmptyListTakesTheKeysAway() throws {
    let keymap = try load("[outside_text]\nquit = []").keymap
    #expect(keymap.keys(for: .quit, in: .takes) == [])
    #expect(keymap.command(for: .character("q"), in: .takes) == nil)
  }

  @Test func whatIsNamedCanBeGivenAKeyInAnyPane() throws {
    let loaded = try load("[anywhere]\nswitch_language = \"F10\"\n[shot]\nplay = \"Alt-P\"")
    #expect(loaded.warnings == [])
    for context in [KeyContext.prompt, .promptPane, .shot, .takes] {
      #expect(loaded.keymap.command(for: .function(10), in: context) == .switchLanguage)
    }
    #expect(loaded.keymap.command(for: .alt("p"), in: .shot) == .play)
  }

  @Test func aKeyOfThePersonsIsTheOneThatIsShown() throws {
    let keymap = try load("[takes]\nhelp = \"F10\"").keymap
    #expect(keymap.keys(for: .help, in: .takes).map(\.name) == ["F10", "F1", "?"])
  }

  @Test(arguments: [
    ("[taks]\nsave = \"d\"\nplay = \"o\"", "line 2: no place for keys is called “taks”; did you mean “takes”?"),
    ("[takes]\nsvae = \"d\"", "line 2: no command is called “svae”; did you mean “save”?"),
    ("[takes]\nsave = \"Crtl-D\"", "line 2: no key is called “Crtl-D”; did you mean “Ctrl-D”?"),
    ("[takes]\nsave = [\"Q\"]\nplay = [\"Q\"]", "line 3: under [takes] Q is given to save already."),
    ("[takes]\nsave = 5", "line 2: “takes.save” is written as under [takes]: save = [\"d\", \"Ctrl-D\"]."),
    ("save = \"d\"", "line 1: no place for keys is called “save”"),
    ("[takes]\nnew_line = \"d\"", "line 2: new_line does nothing under [takes]."),
    ("[review]\nsave = \"d\"", "line 2: save does nothing under [review]."),
    ("[prompt]\nreview = \"r\"", "line 2: r is text where [prompt] holds"),
    ("[anywhere]\nquit = \"q\"", "line 2: q is text where [anywhere] holds"),
    ("[shot]\nquit = \"3\"", "line 2: 3 picks a choice under [shot]."),
    ("[review]\ntick = \"Enter\"", "line 2: Enter stays confirm under [review]"),
    ("[review]\nconfirm = [\"y\"]", "line 2: Enter stays confirm under [review]"),
    ("[help]\nback = []", "line 2: Esc stays back under [help]"),
    ("[prompt]\nnew_draft = \"Ctrl-C\"", "line 2: Ctrl-C stays interrupt under [prompt]"),
    ("[takes]\nsave = [", "the keys are those out of the box."),
  ])
  func whatIsWrongIsSaidWithItsLine(text: String, sentence: String) throws {
    let warnings = try load(text).warnings.map { $0.text(.english) }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains(sentence) == true, "\(warnings)")
  }

  @Test func theGoodRestOfTheFileIsUsed() throws {
    let loaded = try load("[takes]\nsave = [\"Crtl-D\", \"S\"]\nplai = \"P\"\nhide = \"X\"\n[nowhere]\nback = \"F4\"")
    #expect(loaded.warnings.count == 3)
    #expect(loaded.keymap.keys(for: .save, in: .takes) == [.character("S")])
    #expect(loaded.keymap.keys(for: .hide, in: .takes) == [.character("X")])
  }

  @Test func aCommandWhoseKeysAreAllMistakenKeepsThoseItHad() throws {
    #expect(try load("[takes]\nsave = \"Crtl-D\"").keymap == .standard)
  }

  @Test(arguments: KeyContext.allCases.filter { $0 != .outsideText }) func nobodyIsLockedIn(context: KeyContext) throws
  {
    let commands = Keymap.commands(in: context).map { "\($0.name) = []" }.joined(separator: "\n")
    let loaded = try load("[anywhere]\ninterrupt = []\n[\(context.name)]\n" + (context == .anywhere ? "" : commands))
    #expect(loaded.keymap.command(for: .control("c"), in: context) == .interrupt)
    guard !context.isPane else { return }
    #expect(loaded.keymap.command(for: .escape, in: context) == .back)
    let enter = Keymap.standard.command(for: .enter, in: context)
    if enter == .confirm { #expect(loaded.keymap.command(for: .enter, in: context) == .confirm) }
  }

  @Test(arguments: Language.allCases) func whatConfigKeysPrintsCanBeReadBack(language: Language) throws {
    let changed = try load("[takes]\nsave = [\"\\\\\", \"\\\"\"]\nplay = []\n[anywhere]\nset_up = \"F10\"").keymap
    for keymap in [Keymap.standard, changed] {
      let loaded = try load(KeysText(keymap, path: "/x/keys.toml", language).text)
      #expect(loaded.warnings == [])
      for context in KeyContext.allCases {
        for command in Command.allCases {
          #expect(loaded.keymap.keys(for: command, in: context) == keymap.keys(for: command, in: context))
        }
      }
    }
  }

  @Test func theFileRanksAboveTheSettingOfAKey() throws {
    var settings = Settings()
    settings.controlY = "yank"
    let folder = try TemporaryFolder()
    #expect(
      LoadedKeys(folder: folder.path, changing: .standard(for: settings)).keymap == .standard(for: settings))
    try folder.write("[prompt]\nredo = \"Ctrl-Y\"", to: LoadedKeys.fileName)
    let keymap = LoadedKeys(folder: folder.path, changing: .standard(for: settings)).keymap
    #expect(keymap.command(for: .control("y"), in: .prompt) == .redo)
  }

  @Test func configKeysNamesEveryCommandAndWhereItsFileBelongs() throws {
    let printed = try Program().run("config", "keys")
    #expect(printed.code == 0)
    for command in Command.allCases { #expect(printed.output.contains("\n\(command.name) = ["), "\(command)") }
    #expect(printed.output.contains("/.config/dailies/keys.toml\n"))
    #expect(printed.output.contains("switch_language = []"))
    #expect(try Program().run("config", "path").output.contains("/.config/dailies/keys.toml\n"))
  }
}
