import VideosAPI

/// The first run without a key: a few short pages, each can be skipped, Esc goes back.
package struct SetupScreen: Equatable, Sendable {
  package enum Page: Int, CaseIterable, Sendable {
    case language, address, key, folder, start
  }

  package var page = Page.language
  /// The profile that is being added, or whose key is changed; nil sets up the one in use.
  package private(set) var profile: String?
  /// Only the key of a profile is asked for.
  package private(set) var isOfKey = false
  /// Index of the chosen line on the pages that offer a choice (language, start).
  package var choice = 0
  package var address: LineEditor
  /// The API key as typed; never drawn, only counted.
  package var key = LineEditor()
  package var folder: LineEditor
  package var refusal: Note?
  /// What the pages held when they were opened.
  package let usual: SetupAnswers

  package init(baseURL: String, folder: String, language: Language) {
    usual = SetupAnswers(language: language, baseURL: baseURL, key: "", folder: folder)
    address = LineEditor(baseURL)
    self.folder = LineEditor(folder)
    choice = language == .english ? 0 : 1
  }

  /// Asks for the address and the key of a new profile, and for nothing else.
  package init(profile: String, folder: String, language: Language) {
    self.init(baseURL: "", folder: folder, language: language)
    self.profile = profile
    page = .address
  }

  /// Asks for another key of a profile, and for nothing else.
  package init(keyOf profile: String, baseURL: String, folder: String, language: Language) {
    self.init(baseURL: baseURL, folder: folder, language: language)
    self.profile = profile
    isOfKey = true
    page = .key
  }

  /// The pages that are asked, in order.
  package var pages: [Page] { isOfKey ? [.key] : profile == nil ? Page.allCases : [.address, .key] }

  package func page(after step: Int) -> Page? {
    guard let at = pages.firstIndex(of: page), pages.indices.contains(at + step) else { return nil }
    return pages[at + step]
  }

  /// How many lines the page offers to choose from; 0 where a field is typed.
  package var choices: Int { page == .language || page == .start ? 2 : 0 }

  package mutating func move(by step: Int) {
    guard choices > 0 else { return }
    choice = (choice + step + choices) % choices
  }

  package func answers(_ language: Language) -> SetupAnswers {
    SetupAnswers(
      profile: profile, language: language, baseURL: address.text.trimming, key: key.text.trimming,
      folder: folder.text.trimming, isOfKey: isOfKey)
  }

  /// Why the page cannot be left forward; nil when nothing is wrong that can be seen without asking the system.
  package var flaw: Note? {
    switch page {
    case .address: Self.flaw(ofAddress: address.text.trimming, usual: usual.baseURL)
    case .folder:
      // A relative path would be another folder at each start.
      Self.isFolder(folder.text.trimming) ? nil : Note(Strings.setupFolderForm, tone: .attention)
    case .key: keyFlaw
    case .language, .start: nil
    }
  }

  private var keyFlaw: Note? {
    let key = key.text.trimming
    if isOfKey, key.isEmpty { return Note(Strings.setupNoKey, tone: .attention) }
    return key.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? nil : Note(Strings.setupKeyForm, tone: .attention)
  }

  /// Empty is the usual folder.
  private static func isFolder(_ text: String) -> Bool {
    text.isEmpty || text == "~" || text.hasPrefix("~/") || text.hasPrefix("/")
  }

  /// - Parameter usual: The address of the settings; plain http to it may have been agreed to there.
  private static func flaw(ofAddress text: String, usual: String) -> Note? {
    if text == usual, !text.isEmpty { return nil }
    guard let address = WebAddress(text), !address.hasQuery, !text.contains("#") else {
      return Note(Strings.setupAddressForm, tone: .attention)
    }
    if address.origin.isEncrypted || address.origin.isLoopback { return nil }
    return Note(Strings.setupAddressPlain, address.origin.host, tone: .attention)
  }

  /// The field of the page, where it has one.
  package var field: WritableKeyPath<SetupScreen, LineEditor>? {
    switch page {
    case .address: \.address
    case .key: \.key
    case .folder: \.folder
    case .language, .start: nil
    }
  }
}

/// What the set-up writes: settings, and the key into a file of its own.
package struct SetupAnswers: Equatable, Sendable, CustomStringConvertible {
  /// The profile to be added; nil is the one in use.
  package var profile: String?
  package var language: Language
  package var baseURL: String
  /// Empty: none was typed.
  package var key: String
  package var folder: String
  /// The key alone is kept; the rest stands as it is.
  package var isOfKey: Bool

  package init(
    profile: String? = nil, language: Language, baseURL: String, key: String, folder: String, isOfKey: Bool = false
  ) {
    self.isOfKey = isOfKey
    self.profile = profile
    self.language = language
    self.baseURL = baseURL
    self.key = key
    self.folder = folder
  }

  /// Without the key.
  package var description: String { "SetupAnswers(\(language), \(baseURL), \(folder))" }
}
