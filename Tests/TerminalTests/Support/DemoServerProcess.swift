import Dispatch
import Foundation
import Glibc

/// `dailies demo-server` in a process of its own, and what it says it was asked.
final class DemoServerProcess {
  struct Counts: Decodable {
    let createsReceived: Int
    let createsByPrompt: [String: Int]
    let acceptedIds: [String]
    let stateQueries: Int
  }

  /// A question about a take: which program asked, by its key.
  struct Query: Decodable {
    /// In milliseconds since 1970.
    let at: Int
    let key: String
    let take: String
  }

  let key = "sk-demo-4711-never-shown"
  let baseURL: String
  /// It has a terminal only to be hung up on when the tests are gone.
  private let terminal: PseudoTerminal

  /// - Parameters:
  ///   - recordsQueries: Whether it takes any key, and tells which one asked what.
  ///   - filmBytes: The length of its films, made-up ones; nil: the sample films.
  init(_ workplace: Workplace, speed: Double = 50, recordsQueries: Bool = false, filmBytes: Int? = nil) throws {
    let keys = recordsQueries ? ["--record-queries"] : ["--key", key]
    let films = filmBytes.map { ["--film-bytes", String($0)] } ?? []
    terminal = try PseudoTerminal(workplace, ["demo-server", "--demo-speed", String(speed)] + keys + films)
    try terminal.wait(for: "\r\n")
    baseURL = terminal.text.trimmingCharacters(in: .newlines)
  }

  deinit { thaw() }

  func counts() throws -> Counts { try answer(from: "/demo/counts") }

  /// What was asked since the start, oldest first.
  func queries() throws -> [Query] { try answer(from: "/demo/queries") }

  /// Waits until the service has come to the end of all that it accepted. Its own questions count as well.
  func waitUntilAllIsDone() throws {
    struct State: Decodable {
      let status: String
    }
    let ids = try counts().acceptedIds
    try Patience.wait(for: "the end of \(ids.count) takes") {
      try ids.allSatisfy {
        let state: State = try answer(from: "/v1/videos/\($0)")
        return ["completed", "failed"].contains(state.status)
      }
    }
  }

  private func answer<Answer: Decodable>(from path: String) throws -> Answer {
    let answer = try get(path)
    guard let head = answer.range(of: Data("\r\n\r\n".utf8)) else { throw NoAnswer() }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: answer[head.upperBound...])
  }

  struct NoAnswer: Error {}

  /// Asks over a socket of its own: no proxy of the environment, nothing kept.
  private func get(_ path: String) throws -> Data {
    guard let port = URL(string: baseURL)?.port else { throw NoAnswer() }
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr = in_addr(s_addr: in_addr_t(0x7F00_0001).bigEndian)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    let request = Array(
      "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(key)\r\nConnection: close\r\n\r\n".utf8)
    guard isConnected, write(socket, request, request.count) == request.count else { throw NoAnswer() }
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(socket, &buffer, buffer.count)
      guard count > 0 else { return answer }
      answer += buffer[..<count]
    }
  }

  /// From now on requests arrive, and find nobody to read them.
  func freeze() throws {
    terminal.process.send(SIGSTOP)
    _ = try terminal.process.waitForStop()
  }

  func thaw() { terminal.process.send(SIGCONT) }
}
