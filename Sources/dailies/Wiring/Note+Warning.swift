import DailiesCore

extension Note {
  /// Something in a file that is not as it should be: a sentence, in the language of the screens.
  init(warning: Reason) { self.init(Phrase("%1", "%1"), reason: warning, tone: .attention) }
}
