import DailiesCore
import Foundation
import Testing

@testable import dailies

@Suite struct SnippetFilesTests {
  private static let delivered =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().standardizedFileURL.path + "/assets/snippets"

  @Test func theSnippetsThatComeWithDailiesAreManyAndWhole() {
    let (library, warnings) = SnippetFiles(delivered: Self.delivered, own: "/nowhere").read()
    #expect(warnings.isEmpty)
    for language in Language.allCases {
      let snippets = library.snippets.filter { $0.language == language }
      #expect((80...120).contains(snippets.count), "\(language): \(snippets.count)")
      #expect(Set(snippets.map(\.name)).count == snippets.count)
      #expect(Set(snippets.map(\.group)).count >= 9)
      for snippet in snippets {
        let text = SnippetText(snippet.text)
        #expect(!text.plain.contains("${"), "\(snippet.name)")
        let inOrder = text.slots.enumerated().allSatisfy { $0.element.number == $0.offset + 1 }
        #expect(inOrder, "\(snippet.name)")
      }
    }
  }

  @Test func onesOwnComeFirstFromEveryFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("[[snippet]]\nname = \"Locked off\"\ntext = \"tripod\"\n", to: "b.toml")
    try folder.write("[[snippet]]\ngroup = \"X\"\nname = \"Mine\"\ntext = \"${1:a}\"\n", to: "a.toml")
    try folder.write("not read", to: "notes.txt")
    let (library, warnings) = SnippetFiles(delivered: Self.delivered, own: folder.path).read()
    #expect(warnings.isEmpty)
    #expect(library.snippets.prefix(2).map(\.name) == ["Mine", "Locked off"])
    #expect(library.snippets.filter { $0.name == "Locked off" }.map(\.text) == ["tripod"])
  }

  @Test func aBrokenFileIsAWarningWithItsLineAndTheOthersWork() throws {
    let folder = try TemporaryFolder()
    try folder.write("[[snippet]]\nname = \"A\"\ntext = \"open\n", to: "a.toml")
    try folder.write("[[snippet]]\nname = \"Good\"\ntext = \"x\"\n\n[[snippet]]\nname = \"No text\"\n", to: "b.toml")
    let (library, warnings) = SnippetFiles(delivered: nil, own: folder.path).read()
    #expect(library.snippets.map(\.name) == ["Good"])
    #expect(warnings.count == 2)
    #expect(warnings.first?.arguments.first == folder.path + "/a.toml:3")
    #expect(warnings.last?.arguments == [folder.path + "/b.toml:5"])
  }

  @Test func filesAreReadAnewOnlyWhenTheyHaveChanged() throws {
    let folder = try TemporaryFolder()
    try folder.write("[[snippet]]\nname = \"A\"\ntext = \"x\"\n[[snippet]]\nname = \"B\"\n", to: "a.toml")
    let book = SnippetBook(SnippetFiles(delivered: nil, own: folder.path))
    func load() -> (names: [String], warnings: Int) {
      guard case .snippetsLoaded(let library, let warnings) = book.loadNow() else { return ([], -1) }
      return (library.snippets.map(\.name), warnings.count)
    }
    #expect(load() == (["A"], 1))
    #expect(load() == (["A"], 0), "a warning is told once")
    try folder.write("[[snippet]]\nname = \"C\"\ntext = \"x\"\n", to: "b.toml")
    #expect(load() == (["A", "C"], 1))
  }
}
