import Foundation
import Testing

struct FileTests {
  @Test func noSourceFileIsLongerThan400Lines() throws {
    let sources = try Checkout.files(in: "Sources", endings: ["swift", "c", "h"])
    #expect(sources.count > 50)
    let long = sources.filter { $0.lines.count > 401 }
    #expect(long.map { "\($0.path): \($0.lines.count) lines" } == [])
  }

  @Test func nothingIsLeftToDoInTheFiles() throws {
    // In two parts, so that this file does not find itself.
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
    for file in try Checkout.everything() {
      for (index, line) in file.lines.enumerated() where marks.contains(where: { line.contains($0) }) {
        Issue.record("\(file.path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
  }

  @Test func noFileKnowsTheMachineItWasWrittenOn() throws {
    for file in try Checkout.everything() {
      #expect(!file.text.contains(Checkout.root + "/"), "\(file.path)")
      #expect(!file.text.contains(NSHomeDirectory() + "/") || NSHomeDirectory() == "/", "\(file.path)")
    }
  }

  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  func linksBetweenPagesLeadSomewhere(page: String) throws {
    for match in try Checkout.file(page).text.matches(of: /\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/) {
      #expect(Checkout.exists(String(match.1)), "\(page) links to \(match.1)")
    }
  }

  @Test func theLicenseIsWhole() throws {
    let text = try Checkout.file("LICENSE").text
    #expect(text.contains("Apache License"))
    #expect(text.contains("END OF TERMS AND CONDITIONS"))
    #expect(text.contains("APPENDIX: How to apply the Apache License to your work."))
  }

  @Test(arguments: ["demo", "test", "install"]) func whatTheReadmeTellsToMakeIsInTheMakefile(target: String) throws {
    #expect(try Checkout.file("README.md").text.contains("make \(target)"))
    #expect(try Checkout.file("Makefile").lines.contains { $0.hasPrefix("\(target):") })
  }
}
