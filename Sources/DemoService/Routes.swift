import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// The service's addresses: finds the operation of a request, and lets the fault plan have its say before and after.
struct Routes: HTTPResponder {
  typealias Context = Connection

  /// An address of the service.
  enum Route: Equatable {
    case videos
    case state(id: String)
    case content(id: String)
    /// A film as a delivery host has it, to which a redirect may lead: for everybody.
    case deliveredFilm(id: String)
    case models
    case counts
    case queries

    init?(_ path: String) {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        .map { $0.removingPercentEncoding ?? String($0) }
      switch parts.count {
      case 2 where parts == ["v1", "videos"]: self = .videos
      case 2 where parts == ["v1", "models"]: self = .models
      case 2 where parts == ["demo", "counts"]: self = .counts
      case 2 where parts == ["demo", "queries"]: self = .queries
      case 3 where parts[..<2] == ["v1", "videos"] && !parts[2].isEmpty: self = .state(id: parts[2])
      case 3 where parts[..<2] == ["demo", "films"]: self = .deliveredFilm(id: parts[2])
      case 4 where parts[..<2] == ["v1", "videos"] && !parts[2].isEmpty && parts[3] == "content":
        self = .content(id: parts[2])
      default: return nil
      }
    }

    var methods: [HTTPRequest.Method] {
      self == .videos ? [.get, .post] : [.get]
    }
  }

  let server: DemoServer

  func respond(to request: Request, context connection: Connection) async throws -> Response {
    let path = request.uri.path
    guard let route = Route(path) else {
      if path.hasSuffix("/"), Route(String(path.dropLast())) != nil { return slashRedirect(request) }
      return Reply(.noSuchRoute).response(on: connection, of: server)
    }
    guard route.methods.contains(request.method) else {
      let refusal = Refusal.wrongMethod(allowed: route.methods.map(\.rawValue).joined(separator: ", "))
      // The answer to HEAD tells the length of a body that it does not have.
      guard request.method == .head else { return Reply(refusal).response(on: connection, of: server) }
      return Response(
        status: .methodNotAllowed,
        headers: [.allow: refusal.headers["allow"] ?? "", .contentLength: String(refusal.body.utf8.count)])
    }
    switch route {
    case .videos where request.method == .post:
      return try await answer(.create, request, connection) { try await create($0) }
    case .videos:
      return try await answer(nil, request, connection) { _ in throw Refusal.listIsUnusable }
    case .state(let id):
      return try await answer(.state, request, connection) { try state(id, $0) }
    case .content(let id):
      return try await answer(.content, request, connection) { try await content(id, $0) }
    case .deliveredFilm(let id):
      return try await answer(nil, request, connection, isOpen: true) { try await deliveredFilm(id, $0) }
    case .models:
      return try await answer(.models, request, connection) { _ in Reply(DemoModel.listAnswer) }
    case .counts:
      return Reply(server.counts.document).response(on: connection, of: server)
    case .queries:
      return Reply(server.queriesDocument).response(on: connection, of: server)
    }
  }

  /// What work on a request is given.
  struct Incoming {
    let headers: HTTPFields
    let body: Data
    let fault: Fault
    let connection: Connection
  }

  /// Counts, takes the fault, does the work unless the fault stands in its place, and lets the fault alter the answer.
  private func answer(
    _ operation: FaultPlan.Operation?, _ request: Request, _ connection: Connection, isOpen: Bool = false,
    _ work: (Incoming) async throws -> Reply
  ) async throws -> Response {
    count(operation)
    defer { if operation == .create { server.tally.withLock { $0.createsNow -= 1 } } }
    let fault = operation.map { operation in server.faults.withLock { $0.next(for: operation) } } ?? .pass
    var reply: Reply
    do {
      let body = try await self.body(of: request)
      if let replacement = try await fault.replacement(on: connection) {
        return replacement.response(on: connection, of: server)
      }
      if !isOpen { try checkKey(request.headers) }
      reply = try await work(Incoming(headers: request.headers, body: body, fault: fault, connection: connection))
    } catch let refusal as Refusal {
      reply = Reply(refusal)
    }
    try await fault.alter(&reply, on: connection, time: server.configuration.time)
    return reply.response(on: connection, of: server)
  }

  private func count(_ operation: FaultPlan.Operation?) {
    server.tally.withLock { counts in
      switch operation {
      case .create:
        counts.createsReceived += 1
        counts.createsNow += 1
      case .state: counts.stateQueries += 1
      case .content: counts.contentRequests += 1
      case .models: counts.modelQueries += 1
      case nil: break
      }
    }
  }

  /// The whole body, up to 32 MiB.
  private func body(of request: Request) async throws -> Data {
    var data = Data()
    for try await piece in request.body {
      guard data.count + piece.readableBytes <= 32 << 20 else { throw Refusal.bodyTooLarge }
      data.append(contentsOf: piece.readableBytesView)
    }
    return data
  }

  private func checkKey(_ headers: HTTPFields) throws(Refusal) {
    guard let given = Self.key(in: headers) else { throw .noKey }
    if let key = server.configuration.key, key != given { throw .wrongKey(given) }
  }

  static func key(in headers: HTTPFields) -> String? {
    let words = (headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
  }

  /// Addresses with a slash at their end are sent on to those without, whatever the method.
  private func slashRedirect(_ request: Request) -> Response {
    let host = request.head.authority ?? "127.0.0.1:\(server.port ?? 0)"
    return Response(
      status: .temporaryRedirect, headers: [.location: "http://\(host)\(request.uri.path.dropLast())"])
  }
}
