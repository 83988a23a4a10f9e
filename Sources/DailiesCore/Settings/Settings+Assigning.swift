extension Settings {
  /// What became of a value that was to be set.
  package enum Assignment: Equatable {
    case done
    case unknown
    case refused(SettingAllowed)
  }

  /// Sets one value by its name; changes nothing unless it fits.
  package mutating func assign(_ path: [String], _ value: SettingValue) -> Assignment {
    if path.first == "profiles" { return assignInProfile(path, value) }
    guard path.count == 1, let field = Settings.fields.first(where: { $0.name == path[0] }) else { return .unknown }
    return field.assign(value, in: &self)
  }

  /// What stands in braces in the name of a film.
  static let fileNameFields = ["take", "shot", "date", "time", "model", "size", "seconds", "words"]

  /// Whether all that stands in braces is known.
  fileprivate static func isFileName(_ template: String) -> Bool {
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard fileNameFields.contains(String(rest[rest.index(after: open)..<close])) else { return false }
      rest = rest[rest.index(after: close)...]
    }
    return true
  }

  private mutating func assignInProfile(_ path: [String], _ value: SettingValue) -> Assignment {
    guard path.count > 1 else { return .refused(.profileTable) }
    guard Profile.isName(path[1]) else { return .refused(.profileName) }
    var profile = profiles[path[1]] ?? Profile()
    if path.count == 2 {
      guard value == .table else { return .refused(.profileTable) }
    } else {
      guard path.count == 3, let field = Profile.fields.first(where: { $0.name == path[2] }) else { return .unknown }
      let assignment = field.assign(value, in: &profile)
      guard assignment == .done else { return assignment }
    }
    profiles[path[1]] = profile
    return .done
  }

  /// The value that a name has now, to be shown; nil when there is no such name.
  package func value(of name: String) -> SettingValue? {
    let path = name.split(separator: ".").map(String.init)
    if path.count == 3, path[0] == "profiles", let profile = profiles[path[1]] {
      return Profile.fields.first { $0.name == path[2] }?.value(in: profile)
    }
    return Settings.fields.first { $0.name == name }?.value(in: self)
  }
}

extension SettingField {
  /// Reads an amount; an empty text and 0 stand for none.
  ///
  /// - Returns: Nil when the value does not fit.
  private func optional<Amount>(_ value: SettingValue, _ read: (String) -> Amount?) -> Amount?? {
    guard let text = value.asText?.trimming ?? value.asNumber.map(String.init) else { return nil }
    return text.isEmpty || text == "0" ? .some(nil) : read(text).map(Optional.some)
  }

  /// Sets the value; changes nothing unless it fits.
  fileprivate func assign(_ value: SettingValue, in root: inout Root) -> Settings.Assignment {
    switch kind {
    case .flag(let property):
      guard let flag = value.asFlag else { return .refused(.flag) }
      root[keyPath: property] = flag
    case .number(let property, let range):
      guard let number = value.asNumber, range.contains(number) else { return .refused(.number(range)) }
      root[keyPath: property] = number
    case .optionalNumber(let property, let range):
      guard let number = value.asNumber, number == 0 || range.contains(number) else {
        return .refused(.number(0...range.upperBound))
      }
      root[keyPath: property] = number == 0 ? nil : number
    case .text(let property):
      guard let text = value.asText?.trimming, !text.isEmpty else { return .refused(.text) }
      if name == "file_name", !Settings.isFileName(text) { return .refused(.fileName) }
      root[keyPath: property] = text
    case .optionalText(let property):
      guard let text = value.asText ?? (isAmount ? value.asAmount : nil) else { return .refused(.text) }
      root[keyPath: property] = text.trimming.isEmpty ? nil : text
    case .optionalRate(let property):
      guard let rate = optional(value, DataRate.init) else { return .refused(.rate) }
      root[keyPath: property] = rate
    case .optionalSize(let property):
      guard let size = optional(value, DataSize.init) else { return .refused(.size) }
      root[keyPath: property] = size
    case .choice(let property, let words):
      guard let text = value.asText?.trimming, words.contains(text) else { return .refused(.words(words)) }
      root[keyPath: property] = text
    case .list(let property):
      guard let items = value.asList?.map(\.trimming), !items.isEmpty, !items.contains("") else {
        return .refused(.list)
      }
      root[keyPath: property] = items
    case .language(let property):
      switch value.asText?.lowercased() {
      case "auto": root[keyPath: property] = nil
      case "en": root[keyPath: property] = .english
      case "zh-hans", "zh": root[keyPath: property] = .chinese
      default: return .refused(.words(["auto", "en", "zh-Hans"]))
      }
    }
    return .done
  }

  /// A limit in money: a number will do as well as a text.
  private var isAmount: Bool { ["day_soft", "day_hard", "month_soft", "month_hard"].contains(name) }

  func value(in root: Root) -> SettingValue {
    switch kind {
    case .flag(let property): .flag(root[keyPath: property])
    case .number(let property, _): .number(root[keyPath: property])
    case .optionalNumber(let property, _): .number(root[keyPath: property] ?? 0)
    case .text(let property), .choice(let property, _): .text(root[keyPath: property])
    case .optionalText(let property): .text(root[keyPath: property] ?? "")
    case .optionalRate(let property): .text(root[keyPath: property]?.text ?? "")
    case .optionalSize(let property): .text(root[keyPath: property]?.text ?? "")
    case .list(let property): .list(root[keyPath: property])
    case .language(let property): .text(root[keyPath: property]?.rawValue ?? "auto")
    }
  }
}

extension Profile {
  /// Whether a profile may be called so: letters, digits, `-` and `_`, as the name is also that of its key file.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.first != "-"
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
