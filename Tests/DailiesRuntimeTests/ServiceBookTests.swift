import DailiesCore
import NIOPosix
import Synchronization
import Testing
import VideosHTTP

@testable import DailiesRuntime

@Suite struct ServiceBookTests {
  @Test func keysAreReadOnNoThreadOfConnections() async {
    let places = Mutex<[Bool]>([])
    let book = ServiceBook { _ in
      places.withLock { $0.append(MultiThreadedEventLoopGroup.currentEventLoop != nil) }
      return nil
    }
    let service = Take.Service(profile: "test", baseURL: "http://127.0.0.1:1/v1")
    await ConnectionThread.questions.run { _ = await book.client(for: service) }
    #expect(places.withLock { $0 } == [false])
  }
}
