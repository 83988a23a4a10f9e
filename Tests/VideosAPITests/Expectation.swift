import VideosAPI

/// What is read of a video, apart from its status.
struct Facts: Equatable {
  /// The last eight characters.
  var id: String
  var model: String?
  var createdAt: Int?
  var completedAt: Int?
  var expiresAt: Int?
  var progress: Int?
  var seconds: Double?
  var size: VideoSize?
  var failure: Video.Failure?
  var usage: Video.Usage?
  var address: String?

  init(
    id: String, model: String? = nil, createdAt: Int? = nil, completedAt: Int? = nil, expiresAt: Int? = nil,
    progress: Int? = nil, seconds: Double? = nil, size: VideoSize? = nil, failure: Video.Failure? = nil,
    usage: Video.Usage? = nil, address: String? = nil
  ) {
    self.id = id
    self.model = model
    self.createdAt = createdAt
    self.completedAt = completedAt
    self.expiresAt = expiresAt
    self.progress = progress
    self.seconds = seconds
    self.size = size
    self.failure = failure
    self.usage = usage
    self.address = address
  }

  init(_ video: Video) {
    self.init(
      id: String(video.id.suffix(8)), model: video.model, createdAt: video.createdAt, completedAt: video.completedAt,
      expiresAt: video.expiresAt, progress: video.progress, seconds: video.seconds, size: video.size,
      failure: video.failure, usage: video.usage, address: video.contentAddress)
  }
}

enum Expectation {
  case request(CreateVideoRequest)
  case video(VideoStatus, Facts)
  case error(ErrorKind, String, code: String?)
  case models([String])
  /// Lines that are there.
  case headers([String])
}

private let veo = "veo-3.1-fast-generate-001"
private let hd = VideoSize(width: 1280, height: 720)
private let film = "https://media.example/video.mp4"

extension Expectation {
  /// By file.
  static let all: [String: Expectation] = [requests, states, constructedStates, refusals, faults]
    .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

  private static let requests: [String: Expectation] = [
    "doc-create-text-request.json": .request(
      CreateVideoRequest(
        model: veo, prompt: "A cat playing with a ball of yarn in a sunny garden", seconds: 4,
        size: VideoSize(width: 720, height: 1280))),
    "doc-create-image-request.json": .request(
      CreateVideoRequest(
        model: veo, prompt: "镜头缓慢推进,画面中的场景逐渐生动起来,光影流动,充满动感", seconds: 4, size: hd,
        inputReference: .address("https://example.com/reference-image.jpg"))),
    "models-litellm.json": .models([veo, "sora-2"]),
    "headers-create-litellm.txt": .headers(["x-litellm-response-cost: 0.4", "content-type: application/json"]),
    "headers-content-litellm.txt": .headers(["content-length: 84832", "content-type: video/mp4"]),
    "headers-429-litellm.txt": .headers(["HTTP/1.1 429 Too Many Requests", "llm_provider-retry-after: 7"]),
    "headers-405-litellm.txt": .headers(["HTTP/1.1 405 Method Not Allowed", "allow: GET"]),
  ]

  private static let states: [String: Expectation] = [
    "doc-create-response.json": .video(.running, Facts(id: "NGViYTE=", model: veo, usage: .init(durationSeconds: 4))),
    "doc-status-completed.json": .video(.completed, Facts(id: "NGViYTE=", model: veo, createdAt: 1_775_037_188)),
    "create-processing-veo-litellm.json": .video(
      .running, Facts(id: "ODI4YzI=", model: veo, usage: .init(durationSeconds: 4, resolution: "720p"))),
    "create-processing-veo-litellm-1.82.json": .video(
      .running, Facts(id: "ZTdhZWY=", model: veo, usage: .init(durationSeconds: 4))),
    "status-processing-veo-litellm.json": .video(.running, Facts(id: "ODI4YzI=", model: veo, createdAt: 1_795_397_969)),
    "status-completed-veo-litellm.json": .video(
      .completed, Facts(id: "ODI4YzI=", model: veo, createdAt: 1_795_397_972)),
    "status-failed-veo-litellm.json": .video(
      .failed,
      Facts(
        id: "YTk0NjI=", model: veo, createdAt: 1_795_397_976,
        failure: .init(code: "13", message: "The video could not be made, owing to an internal error."))),
    "status-completed-but-filtered-veo-litellm.json": .video(
      .completed, Facts(id: "MThkYjQ=", model: veo, createdAt: 1_795_397_977)),
    "create-queued-sora-litellm.json": .video(
      .queued,
      Facts(
        id: "ZDUxOWQ=", model: "sora-2", createdAt: 1_795_397_972, progress: 0, seconds: 4, size: hd,
        usage: .init(durationSeconds: 4))),
    "status-queued-sora-litellm.json": .video(
      .queued, Facts(id: "OTdjOTQ=", model: "sora-2", createdAt: 1_795_397_965, progress: 4, seconds: 4, size: hd)),
    "status-in-progress-sora-litellm.json": .video(
      .running, Facts(id: "OTdjOTQ=", model: "sora-2", createdAt: 1_795_397_965, progress: 86, seconds: 4, size: hd)),
    "status-completed-sora-litellm.json": .video(
      .completed,
      Facts(
        id: "ZDUxOWQ=", model: "sora-2", createdAt: 1_795_397_972, completedAt: 1_795_397_975,
        expiresAt: 1_795_401_575, progress: 100, seconds: 4, size: hd)),
    "status-failed-moderation-sora-litellm.json": .video(
      .failed,
      Facts(
        id: "ODA1NTE=", model: "sora-2", createdAt: 1_795_397_976, progress: 100, seconds: 4, size: hd,
        failure: .init(code: "moderation_blocked", message: "The request was blocked by moderation."))),
    "status-failed-sora-litellm.json": .video(
      .failed,
      Facts(
        id: "MDRhMDA=", model: "sora-2", createdAt: 1_795_397_965, progress: 100, seconds: 4, size: hd,
        failure: .init(code: "video_generation_failed", message: "The video could not be generated."))),
  ]

  private static let constructedStates: [String: Expectation] = [
    "constructed/newapi-create.json": .video(
      .queued, Facts(id: "89abcdef", model: "veo-3.1-fast-generate-preview", createdAt: 1_764_347_090, progress: 0)),
    "constructed/newapi-status-completed.json": .video(
      .completed,
      Facts(
        id: "89abcdef", model: "wan2.5", createdAt: 1_764_347_090, completedAt: 1_764_347_190, progress: 100,
        seconds: 8, address: film)),
    "constructed/newapi-status-unknown.json": .video(
      .other("unknown"), Facts(id: "89abcdef", model: "kling-v2", createdAt: 1_764_347_090, progress: 0)),
    "constructed/newapi-status-failed.json": .video(
      .failed,
      Facts(
        id: "89abcdef", model: "veo-3.1", createdAt: 1_764_347_090, progress: 100,
        failure: .init(code: "400", message: "filtered"))),
    "constructed/newapi-status-millisecond-time.json": .video(
      .queued, Facts(id: "2-123456", model: "sora-2", createdAt: 1_764_347_090, progress: 0, seconds: 8)),
    "constructed/newapi-wrapped-success.json": .video(
      .completed, Facts(id: "89abcdef", progress: 100, address: film)),
    "constructed/generations-status-succeeded.json": .video(.completed, Facts(id: "1234efgh", address: film)),
    "constructed/vllm-omni-status-completed.json": .video(
      .completed,
      Facts(
        id: "89abcdef", model: "wan2.2", createdAt: 1_772_600_000, completedAt: 1_772_600_050, progress: 100,
        seconds: 4, size: hd)),
    "constructed/sglang-status-failed.json": .video(
      .failed,
      Facts(
        id: "23456789", model: "wan2.1", createdAt: 1_772_600_000, progress: 0, seconds: 4,
        size: VideoSize(width: 832, height: 480), failure: .init(message: "out of memory"))),
    "constructed/sglang-delete.json": .video(
      .other("deleted"),
      Facts(
        id: "23456789", model: "wan2.1", createdAt: 1_772_600_000, progress: 100, seconds: 4,
        size: VideoSize(width: 832, height: 480))),
    "constructed/status-error-as-text.json": .video(
      .failed, Facts(id: "v1", failure: .init(message: "content policy violation"))),
    "constructed/status-progress-percent-text.json": .video(
      .running, Facts(id: "v1", createdAt: 1_772_600_000, progress: 45, seconds: 8)),
    "constructed/status-progress-fraction.json": .video(.running, Facts(id: "v1", progress: 45)),
    "constructed/status-expired.json": .video(.expired, Facts(id: "v1")),
    "constructed/status-cancelled.json": .video(.cancelled, Facts(id: "v1")),
    "constructed/status-unheard-of.json": .video(.other("warming_up"), Facts(id: "v1")),
    "constructed/status-updated-at.json": .video(
      .completed,
      Facts(
        id: "v1", model: veo, createdAt: 1_775_037_188, completedAt: 1_775_037_290, seconds: 8, size: hd)),
  ]

  private static let refusals: [String: Expectation] = [
    "error-401-no-key-litellm.json": .error(
      .keyRefused, "Authentication Error, No api key passed in.", code: "401"),
    "error-401-wrong-key-litellm.json": .error(
      .keyRefused,
      "Authentication Error, Invalid proxy server token passed. Received API Key = •••, Key Hash (Token) =•••. "
        + "Unable to find token in cache or `LiteLLM_VerificationTokenTable`", code: "401"),
    "error-400-wrong-key-no-database-litellm.json": .error(.keyRefused, "No connected db.", code: "400"),
    "constructed/error-openai.json": .error(.keyRefused, "Incorrect API key provided.", code: "invalid_api_key"),
    "error-400-no-prompt-litellm.json": .error(
      .badRequest, "/videos: Missing required parameter: 'prompt'.", code: "400"),
    "error-500-no-prompt-litellm-1.82.json": .error(
      .badRequest, "avideo_generation() missing 1 required positional argument: 'prompt'", code: "500"),
    "error-400-unknown-model-litellm.json": .error(.badRequest, unknownModel, code: "400"),
    "error-400-unknown-model-litellm-1.82.json": .error(.badRequest, unknownModel, code: "400"),
    "error-400-bad-json-litellm.json": .error(
      .badRequest, "Invalid JSON payload: invalid literal, expected 'null': line 1 column 11 (char 10)", code: "400"),
    "error-400-bad-seconds-veo-litellm.json": .error(
      .badRequest, "A duration of 5 seconds is not supported; take 4, 6 or 8.", code: "INVALID_ARGUMENT"),
    "error-400-seconds-12-veo-litellm.json": .error(
      .badRequest, "A duration of 12 seconds is not supported; take 4, 6 or 8.", code: "INVALID_ARGUMENT"),
    "error-400-bad-size-sora-litellm.json": .error(
      .badRequest, "Not a supported value: '17x17'. Take 720x1280, 1280x720, 1024x1792 or 1792x1024.",
      code: "invalid_value"),
    "error-400-prompt-refused-veo-litellm.json": .error(
      .contentRefused, "The prompt was refused: it goes against the usage guidelines.", code: "INVALID_ARGUMENT"),
    "error-400-prompt-refused-sora-litellm.json": .error(
      .contentRefused, "The request was blocked by moderation.", code: "moderation_blocked"),
    "error-400-list-litellm.json": .error(
      .badRequest,
      "LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed model= Pass model as "
        + "E.g. For 'Huggingface' inference endpoints pass in `completion(model='huggingface/starcoder',..)` "
        + "Learn more: "
        + "https://docs.litellm.ai/docs/providers", code: "400"),
    "error-500-image-text-refused-veo-litellm.json": .error(
      .badRequest,
      "Unsupported image value 'https://example.com/reference-image.jpg'. Provide a GCS URI (gs://...), a dict with "
        + "'gcsUri' or 'bytesBase64Encoded'/'mimeType', or a binary file-like object.", code: "500"),
    "error-422-image-form-text-litellm.json": .error(
      .badRequest, "input_reference: Value error, Expected UploadFile, received: <class 'str'>", code: nil),
    "constructed/error-413.html": .error(.tooLarge, "413 Request Entity Too Large", code: nil),
    "constructed/error-bare-message.json": .error(.balanceUsedUp, "insufficient quota", code: "403"),
  ]

  private static let faults: [String: Expectation] = [
    "error-500-content-filtered-veo-litellm.json": .error(
      .withheld, "No video data found in completed operation", code: "500"),
    "error-500-content-filtered-veo-litellm-1.82.json": .error(
      .withheld, "No video data found in completed operation", code: "500"),
    "error-500-content-bucket-veo-litellm.json": .error(.withheld, "No base64 encoded video data found", code: "500"),
    "error-500-content-not-ready-veo-litellm.json": .error(.notReady, notComplete, code: "500"),
    "error-500-content-not-ready-veo-litellm-1.82.json": .error(.notReady, notComplete, code: "500"),
    "error-404-content-not-ready-sora-litellm.json": .error(.notReady, notReady, code: "404"),
    "content-200-error-as-mp4-litellm-1.82.json": .error(.notReady, notReady, code: nil),
    "content-200-expired-as-mp4-litellm-1.82.json": .error(
      .expired, "The content of this video has expired.", code: nil),
    "error-404-content-expired-litellm.json": .error(
      .expired, "The content of this video has expired.", code: "404"),
    "error-404-unknown-operation-veo-litellm.json": .error(
      .unknownID, operation + "57d33b99-1893-4d91-bd00-634adba945da", code: "NOT_FOUND"),
    "error-500-unknown-operation-veo-litellm-1.82.json": .error(
      .unknownID, operation + "10f252cb-d449-49c2-8267-5421736f9823", code: "NOT_FOUND"),
    "error-500-unknown-id-litellm.json": .error(
      .unknownID, "404, message='Not Found', url='http://upstream.invalid'", code: "500"),
    "constructed/newapi-error-task-not-exist.json": .error(.unknownID, "task_not_exist", code: "task_not_exist"),
    "error-429-rate-limit-veo-litellm.json": .error(
      .rateLimited, "Quota exceeded for this base model.", code: "RESOURCE_EXHAUSTED"),
    "error-429-rate-limit-sora-litellm.json": .error(
      .rateLimited, "Too many videos at a time.", code: "rate_limit_exceeded"),
    "constructed/error-text.json": .error(.rateLimited, "rate limited", code: nil),
    "error-503-upstream-down-veo-litellm.json": .error(.passing, "The service is unavailable.", code: "UNAVAILABLE"),
    "error-500-status-upstream-503-litellm-1.82.json": .error(
      .passing, "The service is unavailable.", code: "UNAVAILABLE"),
    "constructed/error-502.html": .error(.passing, "502 Bad Gateway", code: nil),
    "error-405-post-status-litellm.json": .error(.methodRefused, "Method Not Allowed", code: nil),
    "constructed/error-openai-status-405-like.json": .error(.methodRefused, "Method Not Allowed", code: nil),
    "error-404-no-route-litellm.json": .error(.notFoundRoute, "Not Found", code: nil),
  ]
}

private let notReady = "The video is not ready yet; ask for its status first."
private let notComplete =
  "Video generation is not complete yet. Please check status with video_status() before downloading."
private let unknownModel =
  "/videos: Invalid model name passed in model=nope. Call `/v1/models` to view available models for your key."
private let operation =
  "Operation not found: projects/example-project/locations/us-central1/publishers/google/models/"
  + "veo-3.1-fast-generate-001/operations/"
