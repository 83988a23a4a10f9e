// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever builds or tests Dailies neither fetches nor compiles what only the benchmarks need.
// `Dailies` is a link to the sources: they are compiled as part of this package, and `package` reaches them. What is an
// executable here counts as benchmarks for the plugin, hence `--target Speed` in the Makefile.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func dailies(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Dailies/" + (path ?? name), exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "dailies-benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CZlib", path: "Dailies/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CUnistring", path: "Dailies/CUnistring", providers: [.apt(["libunistring-dev"])]),
    dailies("TerminalCanvas", ["CZlib"]),
    dailies("VideosAPI"),
    dailies("TextBreaks", ["CUnistring"]),
    dailies("DailiesCore", ["VideosAPI", "TerminalCanvas", "TextBreaks"]),
    dailies("DailiesViews", ["DailiesCore", "VideosAPI", "TerminalCanvas"]),
    dailies("DailiesStore", ["DailiesCore", "VideosAPI", .product(name: "GRDB", package: "GRDB.swift")]),
    // Of the runtime only who is asked when: the rest would bring all the libraries of the network.
    dailies(
      "Polling", ["DailiesCore", "VideosAPI", .product(name: "HeapModule", package: "swift-collections")],
      path: "DailiesRuntime/Polling", exclude: ["Poller.swift", "PollSchedule+Errors.swift"]),

    .target(
      name: "Histories", dependencies: ["DailiesStore", "DailiesCore", "VideosAPI"], path: "Histories",
      swiftSettings: strict),
    .executableTarget(
      name: "MakeHistory", dependencies: ["Histories", "DailiesStore", "DailiesCore"], path: "MakeHistory",
      swiftSettings: strict),
    .executableTarget(
      name: "Speed",
      dependencies: [
        "Histories", "Polling", "DailiesStore", "DailiesViews", "DailiesCore", "TextBreaks", "VideosAPI",
        "TerminalCanvas", .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Speed", swiftSettings: strict, plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
