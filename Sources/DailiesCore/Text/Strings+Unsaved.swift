/// Films that are finished and not saved.
extension Strings {
  // The line under the title
  package static let unsavedOne = Phrase("%1 is not saved", "%1 未保存")
  package static let unsavedMany = Phrase("%1 films are not saved", "%1 条影片未保存")
  package static let unsavedCount = Phrase("%1 unsaved", "%1 条未保存")
  package static let unsavedOld = Phrase("%1: finished %2 ago", "%1：完成已 %2")
  package static let unsavedOldest = Phrase("%1: the oldest finished %2 ago", "%1：最早的完成已 %2")
  package static let unsavedExpires = Phrase("%1: expires in %2", "%1：%2后过期")
  package static let unsavedNext = Phrase("%1: the next expires in %2", "%1：最近的 %2后过期")
  package static let unsavedPast = Phrase("%1: past its expiry", "%1：已过期限")
  package static let unsavedFirstPast = Phrase("%1: the first is past its expiry", "%1：最早的已过期限")
  package static let savesAll = Phrase("%{takes.save_all} saves all", "%{takes.save_all} 全部保存")
  package static let savesAllInList = Phrase(
    "%{show_takes} %{takes.save_all} saves all", "%{show_takes} %{takes.save_all} 全部保存")
  package static let savesAllShort = Phrase("%{takes.save_all} saves", "%{takes.save_all} 保存")
  package static let savesAllInListShort = Phrase(
    "%{show_takes} %{takes.save_all} saves", "%{show_takes} %{takes.save_all} 保存")
  // Progress, at most 20 columns
  package static let notSavedYet = Phrase("unsaved, %1 old", "未保存，已 %1")
  package static let notSaved = Phrase("unsaved", "未保存")
  package static let oldAndLeft = Phrase("%1 old, %2 left", "已%1，剩%2")
  package static let pastExpiry = Phrase("past its expiry", "已过期限")
  // A figure, at most 12 columns, and at most 7
  package static let oldAndLeftShort = Phrase("%1, exp %2", "%1，剩 %2")
  package static let oldShort = Phrase("%1 old", "已 %1")
  package static let leftShortly = Phrase("exp %1", "剩 %1")
  package static let pastExpiryShort = Phrase("expired", "已过期")
}
