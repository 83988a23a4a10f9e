import VideosAPI

/// A price to be added to the table: a few fields of one line.
package struct PriceForm: Equatable, Sendable {
  package enum Field: Int, CaseIterable, Sendable {
    case model, size, perSecond, currency, since
  }

  /// The profile it is a price of.
  package let profile: String
  package var field = Field.perSecond
  private var lines: [LineEditor]
  package var refusal: Note?

  package init(profile: String, model: String, currency: String, since: Day) {
    self.profile = profile
    lines = [model, "", "", currency, since.description].map { LineEditor($0) }
  }

  package subscript(field: Field) -> LineEditor {
    get { lines[field.rawValue] }
    set { lines[field.rawValue] = newValue }
  }

  package mutating func move(by step: Int) {
    let count = Field.allCases.count
    field = Field(rawValue: (field.rawValue + step + count) % count) ?? field
  }

  /// The price, or the field that is not as it should be, with what it takes.
  package var price: Result<PriceTable.Price, Flaw> {
    func text(_ field: Field) -> String { self[field].text.trimming }
    if text(.model).isEmpty { return .failure(Flaw(field: .model, phrase: Strings.priceNeedsModel)) }
    let size = VideoSize(text(.size))
    if size == nil, !text(.size).isEmpty { return .failure(Flaw(field: .size, phrase: Strings.priceNeedsSize)) }
    let currency = text(.currency).uppercased()
    guard let perSecond = Money(text(.perSecond), currency) else {
      return .failure(Flaw(field: .perSecond, phrase: Strings.priceNeedsAmount))
    }
    guard !currency.isEmpty, currency.count <= 8, currency.allSatisfy(\.isLetter) else {
      return .failure(Flaw(field: .currency, phrase: Strings.priceNeedsCurrency))
    }
    guard let since = Day(text(.since)) else { return .failure(Flaw(field: .since, phrase: Strings.priceNeedsDay)) }
    return .success(
      PriceTable.Price(profile: profile, model: text(.model), size: size, perSecond: perSecond, since: since))
  }

  package struct Flaw: Error, Equatable {
    package var field: Field
    package var phrase: Phrase
  }
}
