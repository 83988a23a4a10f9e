/// Films that are finished and not saved.
extension Strings {
  package static let andMore = Phrase("%1 and %2 more", "%1 等另外 %2 条")
  package static let unsavedOld = Phrase(
    "%1: not saved for %2. %{takes.save_all} in the list saves all.", "%1：已 %2未保存。在列表按 %{takes.save_all} 全部保存。")
  package static let unsavedExpires = Phrase(
    "%1: not saved, expires in %2. %{takes.save_all} in the list saves all.",
    "%1：未保存，%2后过期。在列表按 %{takes.save_all} 全部保存。")
  package static let unsavedPast = Phrase(
    "%1: not saved, past its expiry. %{takes.save_all} in the list tries all.",
    "%1：未保存，已过期限。在列表按 %{takes.save_all} 全部尝试。")
  // Progress, at most 20 columns
  package static let oldAndLeft = Phrase("%1 old, %2 left", "已%1，剩%2")
  package static let pastExpiry = Phrase("past its expiry", "已过期限")
}
