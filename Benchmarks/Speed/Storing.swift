import Benchmark
import DailiesCore
import DailiesStore
import Foundation
import Histories

/// What is typed into a search, and what it stands for.
private let searches = [
  ("frequent, English", "lantern at dusk"), ("rare, English", "quetzal"), ("absent, English", "xylophone zebra"),
  ("one letter", "q"), ("frequent, Chinese", "灯笼作坊"), ("one character, absent", "龘"), ("two characters, rare", "鹬蚌"),
  ("two characters, apart only", "笼灯"), ("both languages", "neon 灯"),
]

/// The store of 100,000 takes that MakeHistory wrote, in the folder `DAILIES_BENCH_HISTORY` names.
private func open() throws -> Store {
  guard let folder = ProcessInfo.processInfo.environment["DAILIES_BENCH_HISTORY"] else {
    throw CocoaError(.fileNoSuchFile)
  }
  return try Store.open(folder: folder + "/state", now: Timestamp(seconds: 1_762_956_131))
}

func storing() {
  func query(_ name: String, _ read: @escaping @Sendable (Store) async throws -> Void) {
    Benchmark("Store of 100,000: \(name)") { _, store in
      try await read(store)
    } setup: {
      try open()
    }
  }

  query("first window of the list") { blackHole(try $0.rowsNow(TakeQuery(range: 0..<130))) }
  query("window in the midst, from a row that is known") {
    let anchor = TakeQuery.Anchor(Take.Number(50_000), at: 50_000)
    blackHole(try $0.rowsNow(TakeQuery(TakeScope(), range: 50_000..<50_130, anchors: [anchor])))
  }
  query("window of those that failed") { blackHole(try $0.rowsNow(TakeQuery(view: .failed, range: 0..<130))) }
  query("counts") { blackHole(try await $0.counts()) }

  for (kind, search) in searches {
    typing(search, "History search, a keystroke: \(kind)") { store, words in
      blackHole(try await store.history(HistoryQuery(search: words, limit: 50)))
    }
    typing(search, "List search, a keystroke: \(kind)") { store, words in
      blackHole(try store.rowsNow(TakeQuery(search: words, range: 0..<130)))
    }
  }
}

/// Searches as one types: every iteration one keystroke more, and from the start again.
private func typing(_ search: String, _ name: String, _ read: @escaping (Store, String) async throws -> Void) {
  Benchmark(name) { benchmark, typed in
    benchmark.startMeasurement()
    try await read(typed.store, typed.next())
  } setup: {
    Typed(store: try open(), search: search)
  }
}

private final class Typed {
  let store: Store
  private let search: String
  private var count = 0

  init(store: Store, search: String) {
    self.store = store
    self.search = search
  }

  func next() -> String {
    count = count % search.count + 1
    return String(search.prefix(count))
  }
}
