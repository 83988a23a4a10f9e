/// What kind of thing went wrong, in the few words that a person or a script sorts by.
package enum ErrorClass: String, Hashable, Sendable, CaseIterable {
  case contentRefused, badParameter, balance, rate, key, serviceFault, network, thisMachine, unknown

  package var title: Phrase {
    switch self {
    case .contentRefused: Phrase("content refused", "内容被拒")
    case .badParameter: Phrase("bad parameter", "参数有误")
    case .balance: Phrase("balance", "余额")
    case .rate: Phrase("rate", "限速")
    case .key: Phrase("key", "密钥")
    case .serviceFault: Phrase("service fault", "服务故障")
    case .network: Phrase("network", "网络")
    case .thisMachine: Phrase("this machine", "本机")
    case .unknown: Phrase("unknown", "原因未知")
    }
  }
}

extension Problem.Kind {
  package var errorClass: ErrorClass {
    switch self {
    case .contentRefused, .withheld: .contentRefused
    case .badRequest, .modelUnknown, .tooLarge, .methodRefused, .notFound, .imageUnreadable: .badParameter
    case .balanceUsedUp, .overLimit, .priceUnknown: .balance
    case .rateLimited: .rate
    case .keyMissing, .keyRefused: .key
    case .serviceFault, .generationFailed, .unreadableAnswer, .idMissing, .notAFilm, .filmIncomplete, .filmChanged:
      .serviceFault
    case .redirected, .unreachable, .insecure, .answerLost: .network
    case .diskFull, .folderNotWritable, .fileFailed, .storeFailed, .settingsFailed, .playerFailed: .thisMachine
    // The service said that it ended, and not why.
    case .cancelled, .expired, .interrupted, .settledLost, .neverArrived, .notSettled, .fileMissing:
      .unknown
    }
  }
}
