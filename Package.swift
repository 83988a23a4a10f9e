// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same three upcoming features; see CONTRIBUTING.md for the import rules they support.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func product(_ name: String, of package: String) -> Target.Dependency {
  .product(name: name, package: package)
}

let argumentParser = product("ArgumentParser", of: "swift-argument-parser")
let asyncHTTPClient = product("AsyncHTTPClient", of: "async-http-client")
let grdb = product("GRDB", of: "GRDB.swift")
let heap = product("HeapModule", of: "swift-collections")
let hummingbird = product("Hummingbird", of: "hummingbird")
let logging = product("Logging", of: "swift-log")
let lifecycle = product("ServiceLifecycle", of: "swift-service-lifecycle")
let nioCore = product("NIOCore", of: "swift-nio")
let nioFileSystem = product("_NIOFileSystem", of: "swift-nio")
let nioHTTP1 = product("NIOHTTP1", of: "swift-nio")
let nioPosix = product("NIOPosix", of: "swift-nio")
let nioSSL = product("NIOSSL", of: "swift-nio-ssl")
let subprocess = product("Subprocess", of: "swift-subprocess")
let tomlKit = product("TOMLKit", of: "TOMLKit")

func library(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "dailies",
  products: [
    .executable(name: "dailies", targets: ["dailies"]),
    .library(name: "VideosAPI", targets: ["VideosAPI"]),
    .library(name: "VideosHTTP", targets: ["VideosHTTP"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Pure: no async, clock, file, network or terminal.
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
    library("TerminalCanvas", ["CZlib"]),
    library("VideosAPI"),
    .systemLibrary(
      name: "CUnistring", path: "Sources/CUnistring", providers: [.apt(["libunistring-dev"])]),
    library("TextBreaks", ["CUnistring"]),
    library("DailiesCore", ["VideosAPI", "TerminalCanvas", "TextBreaks"]),
    library("DailiesViews", ["DailiesCore", "VideosAPI", "TerminalCanvas"]),

    // The outside world, one subject each.
    .target(name: "CNCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    library("NCursesTerminal", ["CNCurses", "TerminalCanvas"]),
    library("VideosHTTP", ["VideosAPI", asyncHTTPClient, nioCore, nioSSL, nioHTTP1, nioPosix, logging]),
    library("DemoService", ["VideosAPI", hummingbird, lifecycle, nioCore, nioPosix, logging]),
    library("DailiesStore", ["DailiesCore", "VideosAPI", grdb]),

    // What brings them together.
    library(
      "DailiesRuntime",
      [
        "DailiesCore", "DailiesViews", "DailiesStore", "VideosAPI", "VideosHTTP", "TerminalCanvas",
        logging, heap, nioCore, nioPosix, nioFileSystem, subprocess,
      ]),
    library(
      "DailiesScript",
      [
        "DailiesRuntime", "DailiesStore", "DailiesViews", "DailiesCore", "DemoService", "VideosHTTP", "VideosAPI",
        "TerminalCanvas", logging,
      ]),
    .executableTarget(
      name: "dailies",
      dependencies: [
        "DailiesScript", "DailiesRuntime", "DailiesStore", "DailiesViews", "DailiesCore", "DemoService",
        "VideosHTTP", "VideosAPI", "NCursesTerminal", "TerminalCanvas",
        argumentParser, tomlKit, logging,
      ], swiftSettings: strict),

    // Tests: one target per target, and the whole program twice, on a scripted and on a real terminal.
    .target(
      name: "TestSupport", dependencies: ["TerminalCanvas"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("TerminalCanvasTests", ["TerminalCanvas", "TestSupport"]),
    tests("NCursesTerminalTests", ["NCursesTerminal", "TerminalCanvas", "TestSupport"]),
    tests("TextBreaksTests", ["TextBreaks"]),
    tests("PromptEditorTests", ["DailiesCore", "TerminalCanvas", "TestSupport"]),
    tests("VideosAPITests", ["VideosAPI"], exclude: ["Fixtures"]),
    tests("VideosHTTPTests", ["VideosHTTP", "VideosAPI", "DemoService", nioCore, nioPosix, nioHTTP1, nioSSL]),
    tests("DemoServiceTests", ["DemoService", "VideosAPI", asyncHTTPClient, nioCore, nioHTTP1, nioPosix]),
    tests("DailiesCoreTests", ["DailiesCore", "VideosAPI", "TerminalCanvas", "TestSupport"]),
    tests(
      "DailiesViewsTests", ["DailiesViews", "DailiesCore", "VideosAPI", "TerminalCanvas", "TestSupport"],
      exclude: ["Screens"]),
    tests(
      "DailiesStoreTests", ["DailiesStore", "DailiesCore", "VideosAPI", "TestSupport", grdb], exclude: ["Schemas"]),
    tests(
      "DailiesRuntimeTests",
      [
        "DailiesRuntime", "DailiesCore", "DailiesStore", "DemoService", "VideosHTTP", "VideosAPI", "TestSupport",
        nioCore, logging,
      ]),
    tests(
      "SessionTests",
      [
        "DailiesScript", "DailiesRuntime", "DailiesViews", "DailiesCore", "DemoService", "VideosAPI", "TerminalCanvas",
        "TestSupport",
      ],
      exclude: ["Scripts", "Screens"]),
    tests(
      "TerminalTests", ["dailies", "DailiesStore", "DailiesCore", "DemoService", "VideosAPI", "TestSupport", nioCore]),
    tests("ProjectTests", ["DailiesCore", "TerminalCanvas", "TestSupport"]),
    tests(
      "CommandLineTests",
      ["dailies", "DailiesRuntime", "DailiesCore", "VideosAPI", "VideosHTTP", "TestSupport", argumentParser]),
  ],
  swiftLanguageModes: [.v6]
)
