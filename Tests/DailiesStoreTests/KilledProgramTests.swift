import DailiesCore
import DailiesStore
import Foundation
import GRDB
import TestSupport
import Testing
import VideosAPI

/// A program that is killed (SIGKILL) while it writes. The program is this test runner, started a second time for
/// `KilledProgram.works` alone.
@Suite struct KilledProgramTests {
  @Test(arguments: 0..<10) func whatTheStoreReportedAsWrittenIsThere(round: Int) async throws {
    let workshop = try StoreWorkshop()
    var random = SeededGenerator(seed: UInt64(round))
    let steps = Int.random(in: 1...60, using: &random)
    let told = try KilledProgram.run(in: workshop.folder, killedAfter: steps)
    #expect(told.count >= steps)

    let next = try workshop.open()
    var last: [Take.Number: TakePhase] = [:]
    for (number, phase) in told { last[number] = phase }
    for (number, phase) in last {
      // The step that was under way when the program was killed may or may not have been finished.
      let found = try await next.events(of: number).map(\.phase)
      #expect(found.contains(phase))
      #expect(found.count <= KilledProgram.life.count)
      #expect(found == Array(KilledProgram.life.prefix(found.count)))
    }
    let known = last.count
    let rows = try next.rowsNow(TakeQuery(range: 0..<1000))
    #expect(rows.total == known || rows.total == known + 1)

    let recovered = try await next.recover(now: .second(1))
    #expect(recovered.count <= 1)
    for take in try next.rowsNow(TakeQuery(range: 0..<1000)).rows {
      #expect(take.phase != .leaving && take.phase != .sending && take.phase != .saving)
      #expect((take.videoID == nil) == (take.phase == .held || take.phase == .unsure))
    }
    #expect(try await next.checkAfterUncleanEnd() == [])
    next.close()
  }
}

@Suite struct KilledProgram {
  /// The phases that each take goes through.
  static let life: [TakePhase] = [.leaving, .sending, .queued, .ready, .saving, .saved]
  private static let folderVariable = "DAILIES_STORE_WRITTEN_TO_DEATH"
  private static let mark = "told "

  /// Starts the program and kills it once it has told of so many steps.
  ///
  /// - Returns: All the steps it told of, in order.
  static func run(in folder: String, killedAfter steps: Int) throws -> [(Take.Number, TakePhase)] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--testing-library", "swift-testing", "--filter", "KilledProgram/works"]
    process.environment = ProcessInfo.processInfo.environment.merging([folderVariable: folder]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var told: [(Take.Number, TakePhase)] = []
    var text = ""
    var isKilled = false
    while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
      text += String(decoding: data, as: UTF8.self)
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      text = String(lines.removeLast())
      for line in lines where line.hasPrefix(mark) {
        let words = line.dropFirst(mark.count).split(separator: " ")
        if words.count == 2, let number = Take.Number(words[0]), let phase = TakePhase(rawValue: String(words[1])) {
          told.append((number, phase))
        }
      }
      if told.count >= steps, !isKilled {
        kill(process.processIdentifier, SIGKILL)
        isKilled = true
      }
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGKILL)
    return told
  }

  /// The program: takes go through their life, one after the other, and each step is told once it is written.
  @Test(.enabled(if: ProcessInfo.processInfo.environment[folderVariable] != nil)) func works() async throws {
    let folder = try #require(ProcessInfo.processInfo.environment[Self.folderVariable])
    let store = try Store.open(folder: folder, now: .second(0))
    for take in 0..<1000 {
      let number = try await store.record(String(repeating: "prompt \(take) ", count: 50))
      tell(number, .leaving)
      for phase in Self.life.dropFirst() {
        let changed = try await store.change(number, now: .second(1)) { take in
          switch phase {
          case .sending: return take.startSending(at: .second(1))
          case .queued:
            let video = Video(id: "video_\(number)", statusWord: "queued")
            return take.createEnded(.accepted(video, cost: nil), at: .second(1))
          case .ready: return take.receive(Video(id: "", statusWord: "completed"), at: .second(1))
          case .saving: return take.startSaving()
          default: return take.saveEnded(path: "/videos/\(number).mp4", bytes: 1, film: nil, at: .second(1))
          }
        }
        #expect(changed?.phase == phase)
        tell(number, phase)
      }
    }
  }

  private func tell(_ number: Take.Number, _ phase: TakePhase) {
    try? FileHandle.standardOutput.write(contentsOf: Data("\(Self.mark)\(number) \(phase.rawValue)\n".utf8))
  }
}
