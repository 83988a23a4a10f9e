package import DailiesCore
package import TerminalCanvas

/// The head of a script: what the program stands on when it is opened.
package struct ScriptSetup: Equatable, Sendable {
  package enum APIKeyChoice: String, Sendable, CaseIterable {
    case right, wrong, none
  }

  package var size = Size(columns: 80, rows: 24)
  package var language = Language.english
  /// On the demo service, as `dailies --demo`; else on a service of one's own.
  package var isDemo = true
  package var apiKey = APIKeyChoice.right
  package var settings = Settings()
  /// Films are shown, by pictures that are drawn here: the same ones everywhere.
  package var drawsPictures = false
  /// What is known of prices at the start.
  package var prices = PriceTable()

  package init() {}
}
