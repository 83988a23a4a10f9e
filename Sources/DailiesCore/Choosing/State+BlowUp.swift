/// Ordering a good take larger or longer. It is a new take: no service makes the same picture again.
extension State {
  mutating func openBlowUp(_ take: Take) -> [Effect] {
    layers.append(.blowUp(BlowUpPicker(take: take)))
    return spendingEffects()
  }

  mutating func performInBlowUp(_ command: Command, _ picker: BlowUpPicker) -> [Effect] {
    let entries = picker.entries
    guard let row = chosenRow(command, of: entries.count) else { return [] }
    let (take, order) = (picker.take, entries[row])
    layers.removeLast()
    var sheet = ReviewSheet(rows: [ReviewSheet.Row(order: order, takes: 1)])
    sheet.origin = TakeOrigin(shot: take.origin?.shot, parent: take.number)
    sheet.warnings.append(Note(Strings.blowUpIsNew, take.number.description, tone: .attention))
    if let difference = priceDifference(of: order, to: take) { sheet.warnings.append(difference) }
    return openReview(sheet)
  }

  /// What an order costs by the price table of the service in use; nil: no price is known, or nothing is paid.
  package func price(of order: Order) -> Money? {
    service.isDemo ? nil : listPrice(of: order, by: rules)
  }

  /// What an order costs more than a take did; nil where nothing is paid.
  package func priceDifference(of order: Order, to take: Take) -> Note? {
    if service.isDemo { return nil }
    let name = take.number.description
    guard let price = price(of: order) else { return Note(Strings.blowUpNoPrice) }
    guard let cost = take.cost, cost.certainty == .sure, let before = cost.amount, before.currency == price.currency
    else { return Note(Strings.blowUpPrice, price.text, name) }
    let difference = Money(millionths: abs(price.millionths - before.millionths), price.currency)
    let isMore = price.millionths >= before.millionths
    return Note(
      isMore ? Strings.blowUpMore : Strings.blowUpLess, price.text, difference.text, name, before.text)
  }
}
