import DailiesCore
import Foundation
import Testing
import VideosAPI

@testable import dailies

/// What the commands say to a person.
struct CommandTests {
  @Test func theHelpOfTheProgramNamesTheCommonOptions() throws {
    let help = try Program().run("--help")
    #expect(help.code == 0)
    for option in ["--demo", "--data-dir <folder>", "--lang <language>", "--profile <name>", "dailies new -p"] {
      #expect(help.output.contains(option), "\(option)")
    }
  }

  @Test func anEmptyListSaysSoToAPersonAndNotToAProgram() throws {
    let program = try Program()
    let list = try program.run("ls")
    #expect(list.code == 0)
    #expect(list.output == "")
    #expect(list.errors == "No takes yet.\n")
    #expect(try program.run("ls", "--find", "lantern").errors == "No take matches.\n")
    let json = try program.run("ls", "--json")
    #expect(json.errors == "")
    #expect(json.output.contains("\"takes\":[]"))
  }

  @Test func aDryRunShowsThePromptThePictureAndWhatMayBeRefused() throws {
    let program = try Program()
    let picture = try #require(program.environment["HOME"]) + "/a.png"
    let unread = try program.run("new", "-p", "A lantern", "--image", picture, "--dry-run")
    #expect(unread.code == CommandExit.usage)
    #expect(unread.errors.contains("\(picture) cannot be read: No such file"))
    try Data().write(to: URL(filePath: picture))
    let plan = try program.run(
      "new", "-p", "A lantern\nat dusk", "--image", picture, "--seconds", "12", "--size", "640x360",
      "--dry-run")
    #expect(plan.code == 0)
    #expect(plan.output.contains("A lantern\nat dusk\n"))
    #expect(plan.output.contains("Image: \(picture)\n"))
    #expect(plan.errors.contains("! Veo refuses 12 s"))
    #expect(plan.errors.contains("! 640x360 is none of the usual sizes"))
    let usual = try Program().run("new", "-p", "A lantern", "--dry-run")
    #expect(usual.errors == "")
    #expect(!usual.output.contains("Image"))
  }

  @Test func aWordThatIsNoCommandIsAnsweredWithTheCommands() throws {
    let outcome = try Program().run("nwe", "-p", "A lantern")
    #expect(outcome.code == CommandExit.usage)
    #expect(outcome.errors.hasPrefix("Error: There is no command 'nwe'. There are: new, ls, show, watch,"))
    #expect(!outcome.errors.contains("open"))
  }

  @Test func aPromptIsUnfoldedOnlyWhenAskedFor() throws {
    let prompt = "Wind moves {the ribbons|the paper}."
    let typed = try Program().run("new", "-p", prompt, "--dry-run")
    #expect(typed.output.hasSuffix(prompt + "\n"))
    #expect(typed.output.hasPrefix("Takes: 1 "))
    let plan = try Program().run("new", "-p", prompt, "--variants", "--takes", "2", "--dry-run")
    #expect(plan.code == 0)
    #expect(plan.output.hasPrefix("Takes: 4   film in all: 32 s\n"))
    #expect(plan.output.hasSuffix("\nWind moves the ribbons.\nWind moves the paper.\n"))
    let json = try Program().run("new", "-p", prompt, "--variants", "--dry-run", "--json").output
    #expect(json.contains(#""prompts":["Wind moves the ribbons.","Wind moves the paper."]"#))
  }

  @Test func morePromptsThanAllowedAreDrawnOnlyWhenAskedFor() throws {
    let prompt = "{a|b|c|d} {e|f|g|h} {i|j|k|l}"
    let all = try Program().run("new", "-p", prompt, "--variants", "--dry-run")
    #expect(all.code == CommandExit.usage)
    #expect(all.errors.contains("64 prompts, and most_rows allows 50"))
    let some = ["new", "-p", prompt, "--variants", "--sample", "3", "--dry-run"]
    let first = try Program().run(some[0], some[1], some[2], some[3], some[4], some[5], some[6])
    #expect(first.output.hasPrefix("Takes: 3 "))
    let again = try Program().run(some[0], some[1], some[2], some[3], some[4], some[5], some[6])
    #expect(again.output == first.output, "what a dry run lists is what is sent")
  }

  @Test func aPatternThatCannotBeReadIsRefusedWithItsPlace() throws {
    let outcome = try Program().run("new", "-p", "灯 {a|b", "--variants", "--yes", demo: true)
    #expect(outcome.code == CommandExit.usage)
    #expect(outcome.errors.contains("The { at character 3 has a | after it and no }."))
  }

  @Test func aFinishedTakeIsToldAtOnceAndShownInLocalTime() throws {
    var program = try Program()
    // Sixteen minutes ahead of UTC: minutes tell local times from others.
    program.environment["TZ"] = "XYZ-0:16"
    let made = try program.run("new", "-p", "A lantern at dusk", "--yes", "--wait", demo: true)
    try #require(made.code == 0, "\(made.errors)")
    let watched = try program.run("watch", "T001", demo: true)
    #expect(watched.code == 0)
    #expect(watched.output.hasPrefix("T001  "))
    #expect(watched.output.split(separator: "\n").count == 1)

    let shown = try program.run("show", "T001", "--demo").output
    let report = try program.run("show", "T001", "--demo", "--json").output
    #expect(shown.contains("\nid video_"))
    #expect(!shown.contains("%1"))
    let recorded = try #require(report.firstMatch(of: /"recordedAt":"[-0-9]+T[0-9]+:([0-9]+):([0-9]+)/))
    let minute = try #require(Int(recorded.1))
    let local = (minute + 16) % 60
    #expect(shown.contains(":\(local < 10 ? "0" : "")\(local):\(recorded.2)  "), "\(shown)")
  }

  @Test func aTakeThatNeverArrivedIsSettledWithoutItsOldProblem() throws {
    let program = try Program()
    let sent = try program.run("new", "-p", "demo-lose: a lantern", "--yes", demo: true)
    #expect(sent.code == CommandExit.unsure, "\(sent.errors)")
    let settled = try program.run("settle", "T001", "--never-arrived", demo: true)
    #expect(settled.code == 0)
    #expect(settled.output == "T001 never arrived: nothing is counted for it any more.\n")
    let shown = try #require(try program.run("show", "T001", "--demo").output.split(separator: "\n").first)
    #expect(!shown.contains("charged"))
  }

  @Test func anUnknownIDIsRefusedInAPlainSentence() throws {
    let outcome = try Program().run("import", "video_nobody", demo: true)
    #expect(outcome.code == CommandExit.failed)
    #expect(outcome.errors == "dailies: The service does not know this ID. Check the ID and --profile.\n")
  }

  @Test func leavingSaysWhatGoesOn() {
    func take(_ number: Int, _ phase: TakePhase) -> Take {
      Take(
        number: Take.Number(number),
        order: Order(model: "m", prompt: "p", seconds: 8, size: VideoSize(width: 1280, height: 720)),
        service: Take.Service(profile: "default", baseURL: "https://a.example/v1"), phase: phase,
        recorded: Timestamp(seconds: 1))
    }
    let takes = [take(3, .running), take(1, .queued), take(2, .running), take(4, .saved), take(5, .held)]
    #expect(
      Screens.goingOn(takes, isDemo: false, .english)
        == "T001 and 2 more go on at the service; start dailies again or run `dailies watch`.")
    #expect(
      Screens.goingOn([take(7, .running)], isDemo: true, .english)
        == "T007 goes on at the service; start dailies again or run `dailies watch --demo`.")
    let aside = Screens.goingOn([take(7, .running)], isDemo: true, dataFolder: "/tmp/it's mine", .english)
    #expect(aside?.contains(#"`dailies watch --demo --data-dir '/tmp/it'\''s mine'`"#) == true)
    #expect(Screens.goingOn(takes, isDemo: false, .chinese)?.contains("共 3 条") == true)
    #expect(Screens.goingOn([take(4, .saved)], isDemo: false, .english) == nil)
  }
}
