import Foundation
import Testing
import VideosAPI

@testable import VideosHTTP

/// The sample answers, sent over a real connection and read by the real client.
@Suite struct FixtureServingTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "VideosAPITests/Fixtures")

  private static func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: file)))
  }

  private struct Sample {
    var file: String
    var status: Int
    var type: String
    var bytes: [UInt8]
  }

  private static func samples() throws -> [Sample] {
    guard case .array(let entries) = try JSONValue(reading: bytes("index.json")) else { return [] }
    return try entries.compactMap { entry in
      guard let file = entry["file"]?.text, let status = entry["http_status"]?.number, !file.hasSuffix(".txt") else {
        return nil
      }
      return Sample(
        file: file, status: Int(status), type: entry["content_type"]?.text ?? "", bytes: try bytes(file))
    }
  }

  @Test func everySampleReadsTheSameOverTheWire() async throws {
    let samples = try Self.samples()
    #expect(samples.count > 60)
    let script: FaultServer.Script = { request in
      guard let index = Int(request.target.split(separator: "/").last ?? "") else { return [.close] }
      return [.answer(samples[index].status, samples[index].bytes, type: samples[index].type)]
    }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in
        for (index, sample) in samples.enumerated() {
          let id = String(index)
          let expected = try? Video(reading: sample.bytes, knownID: id)
          if sample.status == 200, let expected {
            let retrieved = try await client.retrieve(id)
            #expect(retrieved.video == expected, "\(sample.file)")
          } else {
            let body = APIErrorBody(
              status: sample.status, contentType: sample.type, body: sample.bytes, masking: testKey)
            let error = try #require(await client.failureOfRetrieve(id), "\(sample.file)")
            #expect(error.status == sample.status, "\(sample.file)")
            #expect(error.raw == body.raw, "\(sample.file)")
            if sample.status != 200 {
              #expect(error.kind == body.kind, "\(sample.file)")
              #expect(error.message == body.message, "\(sample.file)")
            }
          }
        }
      }
    }
  }

  /// The head of a captured answer as it was, with a body of its length.
  private func captured(_ file: String) throws -> FaultServer.Step {
    let lines = String(decoding: try Self.bytes(file), as: UTF8.self).split(whereSeparator: \.isNewline)
    let length = lines.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
    let body = Array(#"{"id":"v1","status":"processing"}"#.utf8)
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: max(0, length - body.count))
    return .send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body + padding).prefix(length))
  }

  @Test func capturedHeadersAreUnderstood() async throws {
    let accepted = try captured("headers-create-litellm.txt")
    let limited = try captured("headers-429-litellm.txt")
    let refused = try captured("headers-405-litellm.txt")
    let film = try captured("headers-content-litellm.txt")
    let script: FaultServer.Script = { request in
      if request.method == "POST" { return [accepted] }
      if request.target.hasSuffix("/content") { return [film] }
      return [request.target.hasSuffix("limited") ? limited : refused]
    }
    try await FaultServer.answering(script).run { server in
      try await withClient(server.base) { client in
        let created = try await client.create(testRequest)
        #expect(created.cost == 0.4)
        let slowed = await client.failureOfRetrieve("limited")
        #expect(slowed?.kind == .rateLimited)
        #expect(slowed?.retryAfter == .seconds(7))
        #expect(await client.failureOfRetrieve("refused")?.kind == .methodRefused)
        let answer = try await client.content("v1")
        #expect(answer.contentLength == 84_832)
        #expect(answer.contentEncoding == nil)
      }
      #expect(server.requests.map(\.method) == ["POST", "GET", "GET", "GET"])
    }
  }
}
