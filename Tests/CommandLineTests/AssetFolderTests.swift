import DailiesCore
import Foundation
import Testing

@testable import dailies

struct AssetFolderTests {
  @Test func theVariableComesFirstThenTheInstalledFolderThenTheFoldersAbove() throws {
    let folder = try TemporaryFolder()
    let program = folder.path + "/prefix/bin/dailies"
    try folder.write("", to: "assets/clips/a.mp4")
    #expect(try AssetFolder.find(environment: [:], executable: program) == folder.path + "/assets")
    try folder.write("", to: "prefix/share/dailies/clips/a.mp4")
    #expect(try AssetFolder.find(environment: [:], executable: program) == folder.path + "/prefix/share/dailies")
    try folder.write("", to: "elsewhere/clips/a.mp4")
    let named = [AssetFolder.variable: folder.path + "/elsewhere/"]
    #expect(try AssetFolder.find(environment: named, executable: program) == folder.path + "/elsewhere")
  }

  @Test func aFolderWithoutFilmsIsPassedOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a/assets/readme.txt")
    try folder.write("", to: "assets/clips/a.mp4")
    let named = [AssetFolder.variable: folder.path + "/a/assets"]
    #expect(try AssetFolder.find(environment: named, executable: folder.path + "/a/b/c") == folder.path + "/assets")
  }

  @Test(arguments: Language.allCases) func whenThereIsNoneOneSentenceNamesTheThreePlaces(language: Language) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: ConfigurationError.self) {
      try AssetFolder.find(environment: [:], executable: folder.path + "/p/bin/dailies")
    }
    let text = try #require(error?.text(language))
    #expect(text.contains("$DAILIES_ASSETS"))
    #expect(text.contains(folder.path + "/p/share/dailies"))
    #expect(text.contains(folder.path + "/p/bin"))
    #expect(error?.exitCode == 1)
  }

  @Test func theRunningProgramKnowsItsOwnFile() {
    #expect(FileManager.default.isExecutableFile(atPath: AssetFolder.executablePath()))
  }
}
