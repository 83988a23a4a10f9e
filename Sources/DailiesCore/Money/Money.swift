/// An exact amount in one currency, in millionths. Amounts of two currencies are never added.
package struct Money: Hashable, Codable, Sendable {
  /// The currency of the price header.
  package static let dollars = "USD"

  package var millionths: Int64
  /// As the person wrote it, `CNY` or `USD` say.
  package var currency: String

  package init(millionths: Int64, _ currency: String) {
    self.millionths = millionths
    self.currency = currency
  }

  /// Reads a plain decimal such as `0.5` or `12.000001`; nil for anything else, a sign, or more than six decimals.
  package init?(_ text: some StringProtocol, _ currency: String) {
    let parts = String(text).split(separator: "." as Character, omittingEmptySubsequences: false).map { String($0) }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let whole = parts.first, whole.count <= 9 else {
      return nil
    }
    let decimals = parts.count > 1 ? parts[1] : ""
    let digits = whole + decimals + String(repeating: "0", count: max(0, 6 - decimals.count))
    guard decimals.count <= 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int64(digits) else {
      return nil
    }
    self.init(millionths: number, currency)
  }

  /// Reads the price header, which is in US dollars and may come with any number of decimals or an exponent.
  package init?(header: String) {
    guard let dollars = Double(header.trimming), dollars.isFinite, (0..<1e9).contains(dollars) else { return nil }
    self.init(millionths: Int64((dollars * 1e6).rounded()), Self.dollars)
  }

  package func times(_ count: Int) -> Money { Money(millionths: millionths * Int64(count), currency) }

  /// For a number of seconds that need not be whole; rounded to the next millionth.
  package func times(_ seconds: Double) -> Money {
    let product = (Double(millionths) * max(0, seconds)).rounded()
    return Money(millionths: product < 9e18 ? Int64(product) : .max, currency)
  }

  /// The number alone, with two decimals, or as many as it needs.
  package var number: String {
    let fraction = String(abs(millionths) % 1_000_000)
    var decimals = String(repeating: "0", count: 6 - fraction.count) + fraction
    while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
    return (millionths < 0 ? "-" : "") + String(abs(millionths) / 1_000_000) + "." + decimals
  }

  /// `12.00 CNY`.
  package var text: String { number + " " + currency }
}

extension FixedWidthInteger {
  /// The sum, or the largest number where there is none so large: a limit must never be passed by an overflow.
  func addingSaturated(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
