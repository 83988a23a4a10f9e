/// An answer other than the one asked for: a status and its body, in the words of the servers this one stands in for.
///
/// Source: the captured error bodies of the Videos API reference.
struct Refusal: Error {
  var status: Int
  var body: String
  var mediaType = "application/json"
  var headers: [String: String] = [:]

  init(_ status: Int, _ body: Document, headers: [String: String] = [:]) {
    self.status = status
    self.body = body.json
    self.headers = headers
  }

  private init(page: String, status: Int) {
    self.status = status
    self.body = page
    mediaType = "text/html"
  }

  private static func error(
    _ status: Int, _ message: String, type: String, param: Document = nil, headers: [String: String] = [:]
  ) -> Refusal {
    let error: Document = [
      "message": .text(message), "type": .text(type), "param": param, "code": .text(String(status)),
    ]
    return Refusal(status, ["error": error], headers: headers)
  }

  private static func invalid(_ status: Int, _ message: String, param: Document = nil) -> Refusal {
    error(status, message, type: "invalid_request_error", param: param)
  }
}

// MARK: - Addresses, methods, keys

extension Refusal {
  static let noSuchRoute = Refusal(404, ["detail": "Not Found"])

  static func wrongMethod(allowed: String) -> Refusal {
    Refusal(405, ["detail": "Method Not Allowed"], headers: ["allow": allowed])
  }

  static let bodyTooLarge = Refusal(
    page: """
      <html>\r\n<head><title>413 Request Entity Too Large</title></head>\r
      <body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n</body>\r\n</html>\r\n
      """, status: 413)

  static let keyIsNotWanted = Refusal(400, ["detail": "Credentials are not taken here."])

  static let noKey = error(401, "Authentication Error, No api key passed in.", type: "auth_error", param: "None")

  /// Repeats the key's last characters and a hash of it, as real servers do: no client should pass these on.
  static func wrongKey(_ key: String) -> Refusal {
    let digits = String(fingerprint(key.utf8), radix: 16)
    let hash = String(repeating: String(repeating: "0", count: 16 - digits.count) + digits, count: 4)
    return error(
      401,
      "Authentication Error, Invalid proxy server token passed. Received API Key = sk-...\(key.suffix(4)), "
        + "Key Hash (Token) =\(hash). Unable to find token in cache or `LiteLLM_VerificationTokenTable`",
      type: "token_not_found_in_db", param: "key")
  }

  static let listIsUnusable = invalid(
    400,
    "litellm.BadRequestError: LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed "
      + "model=\n Pass model as E.g. For 'Huggingface' inference endpoints pass in `completion(model='huggingface/"
      + "starcoder',..)` Learn more: https://docs.litellm.ai/docs/providers")
}

// MARK: - Create

extension Refusal {
  static let badJSON = invalid(
    400, "Invalid JSON payload: unexpected character: line 1 column 1 (char 0)", param: "request_body")

  static let noPrompt = invalid(400, "/videos: Missing required parameter: 'prompt'.", param: "prompt")

  static func unknownModel(_ name: String) -> Refusal {
    let message =
      "/videos: Invalid model name passed in model=\(name). Call `/v1/models` to view available models for your key."
    let error: Document = [
      "message": .text(message), "type": "invalid_request_error", "param": nil, "code": "400",
      "provider_specific_fields": ["error": .text(message)],
    ]
    return Refusal(400, ["error": error])
  }

  static func badSeconds(_ text: String, _ model: DemoModel) -> Refusal {
    let lengths = model.lengths.map(String.init)
    let choice = lengths.dropLast().joined(separator: ", ") + " or " + (lengths.last ?? "")
    return switch model {
    case .veo: upstream(model, 400, "A duration of \(text) seconds is not supported; take \(choice).")
    case .sora:
      upstream(model, 400, "Not a supported value: '\(text)'. Take \(choice).", param: "seconds", code: "invalid_value")
    }
  }

  static func badSize(_ text: String, _ model: DemoModel, known: [String]) -> Refusal {
    let choice = known.dropLast().joined(separator: ", ") + " or " + (known.last ?? "")
    return upstream(
      model, 400, "Not a supported value: '\(text)'. Take \(choice).", param: "size", code: "invalid_value")
  }

  static func promptRefused(_ model: DemoModel) -> Refusal {
    switch model {
    case .veo: upstream(model, 400, "The prompt was refused: it goes against the usage guidelines.")
    case .sora:
      upstream(
        model, 400, "The request was blocked by moderation.", type: "image_generation_user_error",
        code: "moderation_blocked")
    }
  }

  static func pictureIsUnreadable(_ text: String) -> Refusal {
    error(
      500,
      "litellm.APIConnectionError: Unsupported image value '\(text.prefix(200))'. Provide a GCS URI (gs://...), a dict "
        + "with 'gcsUri' or 'bytesBase64Encoded'/'mimeType', or a binary file-like object.",
      type: "internal_server_error")
  }

  static let pictureIsFormText: Refusal = {
    let detail: Document = [
      "type": "value_error", "loc": ["body", "input_reference"],
      "msg": "Value error, Expected UploadFile, received: <class 'str'>",
    ]
    return Refusal(422, ["detail": [detail]])
  }()

  /// - Parameter waitSeconds: What `retry-after` says, there and under the name that proxies give the upstream's own.
  static func rateLimited(_ model: DemoModel, waitSeconds: Int) -> Refusal {
    let wait = String(waitSeconds)
    var refusal =
      switch model {
      case .veo:
        upstream(model, 429, "Quota exceeded for this base model.")
      case .sora:
        upstream(model, 429, "Too many videos at a time.", type: "requests", code: "rate_limit_exceeded")
      }
    refusal.headers = ["retry-after": wait, "llm_provider-retry-after": wait]
    return refusal
  }
}

// MARK: - State and content

extension Refusal {
  static func unknown(_ flaw: TakeID.Flaw) -> Refusal {
    switch flaw {
    case .noSuchOperation(let name, .veo): upstream(.veo, 404, "Operation not found: \(name)")
    case .noSuchOperation(_, .sora), .unreadable:
      error(
        500,
        "litellm.InternalServerError: InternalServerError: OpenAIException - 404, message='Not Found', "
          + "url='http://upstream.invalid'", type: "internal_server_error")
    }
  }

  static func notReady(_ model: DemoModel) -> Refusal {
    switch model {
    case .veo:
      noFilm(
        model, "Video generation is not complete yet. Please check status with video_status() before downloading.")
    case .sora: upstream(model, 404, "The video is not ready yet; ask for its status first.")
    }
  }

  static func withheld(_ model: DemoModel) -> Refusal { noFilm(model, "No video data found in completed operation") }

  static func expired(_ model: DemoModel) -> Refusal { upstream(model, 404, "The content of this video has expired.") }

  /// Not the service's answer to anything a client did: the folder of films is not as it should be.
  static func clipIsMissing(_ name: String) -> Refusal {
    error(500, "The demo service has no film named \(name).", type: "internal_server_error")
  }

  private static func noFilm(_ model: DemoModel, _ message: String) -> Refusal {
    error(
      500, "litellm.InternalServerError: Vertex_aiException InternalServerError - \(message)\(afterword(model))",
      type: "internal_server_error")
  }
}

// MARK: - The wrapping of upstream errors

extension Refusal {
  /// An error of the model's own provider, as JSON text inside the message, the way proxies pass it on.
  private static func upstream(
    _ model: DemoModel, _ status: Int, _ message: String, type: String = "invalid_request_error",
    param: Document = nil, code: Document = nil
  ) -> Refusal {
    let prefix: String
    let inner: Document
    switch model {
    case .veo:
      prefix = veoPrefix(status)
      inner = ["code": .integer(status), "message": .text(message), "status": .text(googleWord(status))]
    case .sora:
      prefix =
        status == 429
        ? "litellm.RateLimitError: RateLimitError: OpenAIException" : "litellm.BadRequestError: OpenAIException"
      inner = ["message": .text(message), "type": .text(type), "param": param, "code": code]
    }
    let document: Document = ["error": inner]
    return error(
      status, "\(prefix) - \(document.spacedJSON)\(afterword(model))",
      type: status == 429 ? "throttling_error" : "invalid_request_error")
  }

  private static func veoPrefix(_ status: Int) -> String {
    switch status {
    case 404: "litellm.NotFoundError: Vertex_aiException"
    case 429: "litellm.RateLimitError: litellm.RateLimitError: vertex_aiException"
    default: "litellm.BadRequestError: Vertex_aiException BadRequestError"
    }
  }

  private static func googleWord(_ status: Int) -> String {
    switch status {
    case 404: "NOT_FOUND"
    case 429: "RESOURCE_EXHAUSTED"
    default: "INVALID_ARGUMENT"
    }
  }

  private static func afterword(_ model: DemoModel) -> String {
    "\n\nLiteLLM: model group '\(model.name)' failed with the error above. No fallback was attempted."
  }
}
