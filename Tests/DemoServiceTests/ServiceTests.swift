import Foundation
import Testing
import VideosAPI

@testable import DemoService

struct ServiceTests {
  @Test func eachServiceHasItsOwnPort() async throws {
    try await withLoopback { first, _ in
      try await withLoopback { second, _ in
        #expect(first.server.baseURL != second.server.baseURL)
        try await second.expectModels()
      }
      try await first.expectModels()
    }
  }

  @Test func aPortThatIsTakenIsNamed() async throws {
    try await withLoopback { loopback, _ in
      var configuration = DemoConfiguration(clipsDirectory: Folders.clips)
      configuration.port = loopback.server.port ?? 0
      let error = await #expect(throws: DemoError.self) { try await withDemoService(configuration) { _ in } }
      guard case .cannotListen(let port, _) = error else { return }
      #expect(port == loopback.server.port)
    }
  }

  @Test func nothingListensOnceAServiceHasStopped() async throws {
    let port = Box(0)
    try await withLoopback { loopback, _ in
      try await loopback.expectModels()
      port.value = loopback.server.port ?? 0
    }
    // The port is free again: another service may have it.
    try await withLoopback(port: port.value) { loopback, _ in
      #expect(loopback.server.port == port.value)
      try await loopback.expectModels()
    }
  }

  @Test func anErrorOfTheBodyEndsTheServiceAndIsPassedOn() async throws {
    struct Enough: Error {}
    await #expect(throws: Enough.self) {
      try await withLoopback { _, _ in throw Enough() }
    }
  }
}
