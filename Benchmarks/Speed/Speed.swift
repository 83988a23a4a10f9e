import Benchmark

/// What has to be fast inside the program; see docs/performance.md. Each benchmark runs in a process of its own.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 3, maxDuration: .seconds(1),
    maxIterations: 20_000)
  editing()
  drawing()
  reading()
  scheduling()
  storing()
}
