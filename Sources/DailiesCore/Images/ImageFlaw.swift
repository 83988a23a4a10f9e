/// Why a picture cannot be sent.
package enum ImageFlaw: Error, Hashable, Sendable {
  /// There is no such file.
  case missing
  /// It is not ours to read.
  case notAllowed
  /// The file cannot be read, in the system's words.
  case unreadable(String)
  /// Larger than this many bytes.
  case tooLarge(limit: Int)
  /// Neither PNG, JPEG nor WebP.
  case wrongType
  /// Its header is broken or cut: no program could show it.
  case brokenHeader
  /// An address, to a service that takes pictures as files only.
  case addressAsFile

  package var reason: Reason { Reason(english: text(.english), chinese: text(.chinese)) }

  package func text(_ language: Language) -> String {
    switch self {
    case .missing: Phrase("there is no such file", "没有这个文件")(language)
    case .notAllowed: Phrase("it is not allowed to be read", "没有读取权限")(language)
    case .unreadable(let reason): Phrase("it cannot be read: %1", "无法读取：%1")(language, reason)
    case .tooLarge(let limit):
      Phrase("it is larger than %1", "超过 %1")(language, ByteCount(Int64(limit)).text)
    case .wrongType: Phrase("it is no PNG, JPEG or WebP file", "不是 PNG、JPEG 或 WebP 文件")(language)
    case .brokenHeader: Phrase("its header is broken", "文件头已损坏")(language)
    case .addressAsFile:
      Phrase(
        "this service takes pictures as files (image_as = multipart), and an address is none: download it first",
        "该服务只接受文件形式的图片（image_as = multipart），地址无法发送：请先下载")(language)
    }
  }
}

/// Why a picture at an address may not be what the service needs. It may be that only we are kept out.
package enum ImageDoubt: Hashable, Sendable {
  case noAnswer(String)
  case status(Int)
  /// The media type that came in place of a picture.
  case notAPicture(String)

  package func text(_ language: Language) -> String {
    switch self {
    case .noAnswer(let reason): Phrase("the address does not answer: %1", "该地址没有应答：%1")(language, reason)
    case .status(let status):
      Phrase("the address answers with status %1", "该地址返回状态 %1")(language, String(status))
    case .notAPicture(let type):
      Phrase("the address answers with %1, which is no picture", "该地址返回 %1，不是图片")(
        language, type.isEmpty ? "?" : type)
    }
  }
}
