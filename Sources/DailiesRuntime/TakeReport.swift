package import DailiesCore
import Foundation
import VideosAPI

/// A take as other programs read it: `dailies show --json`, the copy menu and the command passed to scripts. The fields
/// are a promise; `version` counts changes of their meaning.
package struct TakeReport: Codable, Equatable, Sendable {
  package static let version = 1

  package var version = Self.version
  package var take: String
  package var state: String
  package var heldReason: String?
  package var profile: String
  package var baseURL: String
  package var id: String?
  package var serviceState: String?
  package var percent: Int?
  package var model: String
  /// Length and size as ordered; nil for a take that was ordered elsewhere, until the service or the film tells.
  package var seconds: Int?
  package var size: String?
  package var prompt: String
  package var shot: String?
  /// The take whose prompt and settings it began with.
  package var parent: String?
  package var tags: [String]?
  package var comment: String?
  /// What you think of the film: `circled` or `noGood`.
  package var verdict: String?
  package var isHidden: Bool?
  package var image: String?
  package var recordedAt: String
  package var sentAt: String?
  package var acceptedAt: String?
  /// When this program learned that it is finished.
  package var finishedAt: String?
  /// When it was finished, and until when the film is kept, by the service's own word.
  package var completedAt: String?
  package var savedAt: String?
  package var expiresAt: String?
  package var file: String?
  package var fileBytes: Int64?
  package var filmSeconds: Double?
  package var filmSize: String?
  /// Whether the film has a sound track; missing where its file does not say.
  package var filmHasSound: Bool?
  package var asOrdered: Bool?
  package var billedSeconds: Double?
  package var costHeader: String?
  /// What it costs as a decimal text, in which currency, and how that is known: `header`, `billedSeconds`, `estimate` or
  /// `unknown`.
  package var cost: String?
  package var costCurrency: String?
  package var costSource: String?
  /// How long it will still take by one's own finished takes; missing when they say nothing.
  package var estimate: TimeReport?
  package var problem: ProblemReport?

  package struct ProblemReport: Codable, Equatable, Sendable {
    package var kind: String
    /// `contentRefused`, `badParameter`, `balance`, `rate`, `key`, `serviceFault`, `network`, `thisMachine` or `unknown`.
    package var errorClass: String
    package var what: String
    package var detail: String
    package var next: String
    package var httpStatus: Int?
  }

  /// - Parameters:
  ///   - times: How long one's own takes took.
  ///   - now: When it is told; nil: without an estimate.
  package init(_ take: Take, times: TakeTimes = TakeTimes(), at now: Timestamp? = nil) {
    estimate = now.flatMap { times.estimate(of: take, at: $0) }.map { TimeReport($0.usual, $0.elapsed, $0.left) }
    self.take = take.number.description
    state = take.phase.rawValue
    heldReason = take.heldReason?.rawValue
    profile = take.service.profile
    baseURL = take.service.baseURL
    id = take.videoID
    serviceState = take.serviceWord
    percent = take.percentComplete
    model = take.order.model
    seconds = take.orderedSeconds
    size = take.orderedSize?.description
    prompt = take.order.prompt
    shot = take.origin?.shot
    parent = take.origin?.parent?.description
    tags = take.tags
    comment = take.comment
    verdict = take.verdict?.rawValue
    isHidden = take.isHidden ? true : nil
    switch take.order.image {
    case .file(let path): image = path
    case .address(let address): image = address
    case nil: image = nil
    }
    recordedAt = Self.text(take.recorded)
    sentAt = take.sent.map(Self.text)
    acceptedAt = take.accepted.map(Self.text)
    finishedAt = take.finished.map(Self.text)
    completedAt = take.completed.map(Self.text)
    savedAt = take.saved.map(Self.text)
    expiresAt = take.expires.map(Self.text)
    file = take.filePath
    fileBytes = take.fileBytes
    filmSeconds = take.film?.seconds
    filmSize = take.film.map { "\($0.width)x\($0.height)" }
    filmHasSound = take.film?.hasSound
    asOrdered = take.film == nil ? nil : !take.differsFromOrder
    billedSeconds = take.billedSeconds
    costHeader = take.billedCost
    cost = take.cost?.amount?.number
    costCurrency = take.cost?.amount?.currency
    costSource = take.cost?.source.rawValue
    problem = take.problem.map {
      ProblemReport(
        kind: $0.kind.rawValue, errorClass: $0.kind.errorClass.rawValue, what: $0.kind.what.english, detail: $0.detail,
        next: $0.kind.next(.english),
        httpStatus: $0.status)
    }
  }

  /// ISO 8601 in UTC, with milliseconds.
  package static func text(_ time: Timestamp) -> String {
    let date = Date(timeIntervalSince1970: Double(time.milliseconds) / 1000)
    return date.ISO8601Format(.init(includingFractionalSeconds: true))
  }
}
