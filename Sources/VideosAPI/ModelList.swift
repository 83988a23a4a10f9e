/// The models a service offers.
///
/// Source: Videos API reference, "Models".
public struct ModelList: Hashable, Sendable {
  public var models: [Model]

  public init(models: [Model]) {
    self.models = models
  }

  /// One of them, under the name that an order gives.
  public struct Model: Hashable, Sendable, Identifiable {
    public var id: String
    /// `"video_generation"` where the service says it.
    public var mode: String?

    public init(id: String, mode: String? = nil) {
      self.id = id
      self.mode = mode
    }
  }

  /// The models that make films, or all when the service does not say which do.
  public var videoModels: [Model] {
    let marked = models.filter { $0.mode?.lowercased().contains("video") == true }
    return marked.isEmpty ? models.filter { $0.mode == nil } : marked
  }

  /// Reads `{"data":[{"id":…}]}`; entries without an id are passed over.
  public init(reading body: [UInt8]) throws(JSONReadingProblem) {
    let document = try JSONValue(reading: body)
    let list = document["data"] ?? document
    guard case .array(let entries) = list else { throw .notJSON }
    models = entries.compactMap { entry in
      guard let id = entry["id"]?.meaningfulText else { return nil }
      return Model(id: ReadableText.line(id), mode: entry["mode"]?.meaningfulText.map(ReadableText.line))
    }
  }
}
