/// What is known of a picture that was named.
package enum ImageFinding: Hashable, Sendable {
  /// It is being looked at.
  case looking
  case picture(PictureFacts)
  /// An address that answers; what lies there was not recognised, and is the service's to judge.
  case answers
  /// An address that does not answer, or answers with something else.
  case doubtful(ImageDoubt)
  case refused(ImageFlaw)

  package var facts: PictureFacts? { if case .picture(let facts) = self { facts } else { nil } }
}
