import VideosAPI

extension State {
  /// Why the service may refuse an order, as one sentence; nil when nothing speaks against it.
  package func advice(on order: Order) -> String? {
    doubt(about: order)?.sentence(seconds: order.seconds, language, utcOffset: utcOffset)
  }

  /// What stands in the shot settings: the sentence, and the row where the remedy is chosen.
  var shotAdvice: ShotPane.Advice? {
    let order = shot.order(prompt: "")
    return doubt(about: order).flatMap { doubt in
      advice(on: order).map { ShotPane.Advice(row: doubt.remedy?.row ?? .model, text: $0) }
    }
  }

  /// Whether a choice of the shot settings was refused before, with all else as it is now.
  func isDoubtful(_ change: (inout ShotSettings) -> Void) -> Bool {
    var changed = shot
    change(&changed)
    return doubt(about: changed.order(prompt: "")) != nil
  }

  private func doubt(about order: Order) -> Lessons.Doubt? {
    lessons.doubt(Combination(order, baseURL: service.baseURL))
  }
}

extension Lessons.Doubt {
  /// One sentence for a person.
  ///
  /// - Parameter seconds: The length that was asked for.
  package func sentence(seconds: Int, _ language: Language, utcOffset: Int) -> String {
    let works: String? =
      switch remedy {
      case .seconds(let seconds): "\(seconds) s"
      case .size(let size): size.description
      case .model(let model): model
      case nil: nil
      }
    guard let at else { return Strings.statedRefusal(language, String(seconds), works ?? "") }
    let day = LocalTime(at, utcOffset: utcOffset).dayAndMonth(language)
    let what = words.isEmpty ? Strings.refusedOn(language, day) : Strings.refusedOnSaying(language, day, words)
    return what + (works.map { Strings.hasWorked(language, $0) } ?? "")
  }
}

extension LocalTime {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `12 Nov`, in Chinese `11月12日`.
  package func dayAndMonth(_ language: Language) -> String {
    language == .chinese ? "\(month)月\(day)日" : "\(day) \(Self.months[month - 1])"
  }
}

extension Strings {
  package static let statedRefusal = Phrase("Veo refuses %1 s; %2 works", "Veo 不接受 %1 秒，%2 可用")
  package static let refusedOn = Phrase("refused on %1", "%1被拒")
  package static let refusedOnSaying = Phrase("refused on %1: %2", "%1被拒：%2")
  package static let hasWorked = Phrase("; %1 has worked", "；%1 曾成功")
}
