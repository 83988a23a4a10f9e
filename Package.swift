// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same three upcoming features; see CONTRIBUTING.md for the import rules they support.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "dailies",
  products: [
    .library(name: "VideosAPI", targets: ["VideosAPI"]),
  ],
  targets: [
    // Pure: no async, clock, file, network or terminal.
    library("TerminalCanvas"),
    library("VideosAPI"),
    .systemLibrary(
      name: "CUnistring", path: "Sources/CUnistring", providers: [.apt(["libunistring-dev"])]),
    library("TextBreaks", ["CUnistring"]),

    // The outside world, one subject each.
    .target(name: "CNCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    library("NCursesTerminal", ["CNCurses", "TerminalCanvas"]),

    // Tests: one target per target, and the whole program twice, on a scripted and on a real terminal.
    .target(
      name: "TestSupport", dependencies: ["TerminalCanvas"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("TerminalCanvasTests", ["TerminalCanvas", "TestSupport"]),
    tests("NCursesTerminalTests", ["NCursesTerminal", "TerminalCanvas"]),
    tests("TextBreaksTests", ["TextBreaks"]),
    tests("VideosAPITests", ["VideosAPI"], exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
