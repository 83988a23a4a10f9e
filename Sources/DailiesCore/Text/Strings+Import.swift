/// What is said of takes that were ordered elsewhere, and of those whose answer was lost.
extension Strings {
  package static let entryImportHelp = Phrase(
    "One ID, or several with blanks between them. %1 is asked about each.", "一个编号，或用空格分开的多个编号。会逐个向 %1 查询。")
  package static let broughtIn = Phrase("%1 is brought in: %2.", "已导入 %1：%2。")
  package static let idIsKnown = Phrase("%1 has this ID already.", "%1 已经是这个编号。")
  package static let idIsHidden = Phrase("%1 has this ID already; it is hidden.", "%1 已经是这个编号；目前已隐藏。")
  package static let idIsUnknown = Phrase(
    "The service does not know the ID %1: nothing was brought in.", "服务查不到编号 %1：没有导入。")
  package static let importedSeveral = Phrase(
    "%1 brought in, %2 were here already, %3 refused.", "导入 %1 条，%2 条早已在此，%3 条被拒绝。")
  package static let importedSome = Phrase(
    "%1 brought in, %2 were here already, %3 refused: %4", "导入 %1 条，%2 条早已在此，%3 条被拒绝：%4")

  package static let madeElsewhere = Phrase("made elsewhere", "在别处生成")

  // What became of the money of an UNSURE take
  package static let settledFound = Phrase("%1 goes on as the service has it. %2", "%1 按服务中的记录继续。%2")
  package static let settledAsNever = Phrase(
    "%1 never arrived: nothing is counted for it any more.", "%1 从未到达：不再计入支出。")
  package static let settledAsLost = Phrase("%1 is lost: no film. %2", "%1 已丢失：没有影片。%2")
  package static let staysCounted = Phrase("%1 stays in the ledger.", "%1 仍计入账目。")
  package static let staysUnpriced = Phrase(
    "It stays in the ledger; there is no price for it.", "仍计入账目；没有对应的价格。")
  package static let countsNothing = Phrase("It counts nothing here.", "此处不计支出。")
}

extension Take {
  /// What became of the money of a take that was UNSURE, in one sentence of its own; nil: it is UNSURE still.
  package func settled(_ language: Language) -> String? {
    let money =
      switch cost {
      case nil: Strings.countsNothing(language)
      case let cost? where cost.amount == nil: Strings.staysUnpriced(language)
      case let cost?: Strings.staysCounted(language, cost.text(language))
      }
    switch phase {
    case .unsure: return nil
    case .dropped: return Strings.settledAsNever(language, number.description)
    case .gone: return Strings.settledAsLost(language, number.description, money)
    default: return Strings.settledFound(language, number.description, money)
    }
  }
}
