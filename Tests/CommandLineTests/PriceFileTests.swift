import DailiesCore
import Foundation
import Testing
import VideosAPI

@testable import dailies

struct PriceFileTests {
  private let folder: TemporaryFolder
  private let file: PriceFile

  init() throws {
    folder = try TemporaryFolder()
    file = PriceFile(folder: folder.path)
  }

  private func price(_ amount: String, size: VideoSize? = nil, since: String = "2026-11-03") throws -> PriceTable.Price
  {
    PriceTable.Price(
      profile: "default", model: "veo", size: size, perSecond: try #require(Money(amount, "CNY")),
      since: try #require(Day(since)))
  }

  @Test func withoutAFileNoPriceIsKnown() {
    #expect(file.read() == PriceFile.Contents())
  }

  @Test func whatIsAddedIsReadAndWhatAPersonWroteStays() throws {
    let own = """
      # my own words
      [[price]]
      model = "veo"
      per_second = 0.5
      currency = "CNY"
      since = 2026-11-03

      """
    try folder.write(own, to: "prices.toml")
    try file.add(try price("0.80", size: VideoSize(width: 1920, height: 1080), since: "2026-11-20"))
    let read = file.read()
    #expect(read.warnings == [])
    #expect(
      read.table.prices == [
        try price("0.50"), try price("0.80", size: VideoSize(width: 1920, height: 1080), since: "2026-11-20"),
      ])
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text.hasPrefix(own))
  }

  @Test func theFirstPriceMakesTheFile() throws {
    try file.add(try price("0.05"))
    try file.add(try price("0.06", since: "2026-12-01"))
    #expect(file.read().table.prices.map(\.perSecond.number) == ["0.05", "0.06"])
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func aBadEntryIsNamedWithItsLineAndTheRestIsUsed() throws {
    try folder.write(
      """
      [[price]]
      model = "veo"
      per_second = "a lot"
      currency = "CNY"
      since = 2026-11-03

      [[price]]
      model = "veo"
      per_second = "0.50"
      currency = "CNY"
      since = "2026-11-03"
      """, to: "prices.toml")
    let read = file.read()
    #expect(read.table.prices == [try price("0.50")])
    #expect(read.warnings.count == 1)
    let text = try #require(read.warnings.first).text(.english)
    #expect(text.contains("prices.toml, line 1: per_second = "))
  }

  @Test func aBrokenFileLeavesWhatWasKnownAndIsNotWrittenTo() throws {
    try file.add(try price("0.50"))
    let book = PriceBook(file)
    try folder.write("[[price]\nmodel = ", to: "prices.toml")
    #expect(book.reload().count == 1)
    #expect(book.reload() == [], "said once")
    #expect(book.table.prices.count == 1)
    #expect(throws: ConfigurationError.self) { try file.add(try price("0.60")) }
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "[[price]\nmodel = ")
  }

  // MARK: The command line

  private func program(_ limits: String, priced: Bool = true) throws -> Program {
    let program = try Program()
    let settings = try #require(program.environment["HOME"]) + "/.config/dailies"
    try FileManager.default.createDirectory(atPath: settings + "/keys", withIntermediateDirectories: true)
    try "[profiles.default]\nbase_url = \"http://127.0.0.1:1/v1\"\nmodels = [\"veo\"]\n\(limits)\n"
      .write(toFile: settings + "/config.toml", atomically: true, encoding: .utf8)
    if priced { try PriceFile(folder: settings).add(try price("0.50", since: "2020-01-01")) }
    return program
  }

  @Test func theCommandLineRefusesWhatAHardLimitRefuses() throws {
    var program = try program("day_hard = \"10\"\nday_soft = \"3\"")
    program.environment["DAILIES_API_KEY"] = "sk-test"
    program.environment["DAILIES_BASE_URL"] = "http://127.0.0.1:1/v1"
    // Nobody listens there: the take is held, and counts.
    let sent = try program.run("new", "-p", "A lantern", "--takes", "2", "--yes")
    #expect(sent.code == CommandExit.notSent, "\(sent.errors)")
    #expect(sent.errors.contains("soft limit of the day (day_soft)"))
    let refused = try program.run("new", "-p", "A lantern", "--yes")
    #expect(refused.code == CommandExit.notConfirmed)
    #expect(refused.errors.contains("(day_hard): 8.00 + 4.00 = 12.00, allowed 10.00 CNY"))
    #expect(try program.run("ls").output.split(separator: "\n").count == 2)
    let spent = try program.run("spend")
    #expect(spent.code == 0)
    #expect(spent.output.contains("8.00"), "\(spent.output)")
    #expect(spent.output.contains("today 8.00 of 10.00 CNY"))
    let csv = try program.run("spend", "--by", "model", "--csv")
    #expect(csv.output.contains("veo,CNY,price,2,16,0.0,8.00,0.00,0.00,0,0.00,0,0\n"), "\(csv.output)")
    let json = try program.run("spend", "--json", "--to", "2020-01-01")
    #expect(json.output == "{\"by\":\"day\",\"rows\":[],\"version\":1}\n")
    let plan = try program.run("new", "-p", "A lantern", "--dry-run", "--json")
    #expect(plan.output.contains("\"estimates\":{\"CNY\":\"4.00\"}"))
  }

  @Test func programsThatAskAtOnceDoNotPassTheLimitTogether() throws {
    var program = try program("day_hard = \"12\"")
    program.environment["DAILIES_API_KEY"] = "sk-test"
    program.environment["DAILIES_BASE_URL"] = "http://127.0.0.1:1/v1"
    let codes = try program.runTogether(6, "new", "-p", "A lantern", "--yes")
    #expect(codes.filter { $0 == CommandExit.notConfirmed }.count == 3, "\(codes)")
    #expect(codes.filter { $0 == CommandExit.notSent }.count == 3, "nobody listens there: \(codes)")
    #expect(try program.run("spend").output.contains("today 12.00 of 12.00 CNY"))
  }

  @Test func withoutAPriceAHardLimitRefusesOnTheCommandLine() throws {
    var program = try program("month_hard = \"10\"", priced: false)
    program.environment["DAILIES_API_KEY"] = "sk-test"
    program.environment["DAILIES_BASE_URL"] = "http://127.0.0.1:1/v1"
    let refused = try program.run("new", "-p", "A lantern", "--yes")
    #expect(refused.code == CommandExit.notConfirmed)
    #expect(refused.errors.contains("No price known: the limit month_hard cannot be checked."))
    #expect(try program.run("ls").output == "")
  }

  @Test func aLimitThatIsNoAmountStopsTheStart() throws {
    let refused = try program("day_hard = \"eighty\"").run("ls")
    #expect(refused.code == CommandExit.setup)
    #expect(refused.errors.contains("profiles.default.day_hard"))
  }
}
