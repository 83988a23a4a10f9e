import DailiesCore
import TestSupport
import Testing

struct LiveTakesTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func whatIsKeptBesideTheTakesIsWhatTheySay(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var live = LiveTakes()
    var model: [Take.Number: Take] = [:]
    for _ in 0..<500 {
      let number = Take.Number(Int.random(in: 1...40, using: &random))
      var take: Take?
      if Bool.random(using: &random), let phase = TakePhase.allCases.randomElement(using: &random) {
        var changed = Desk.take(number.value, phase)
        changed.heldReason = phase == .held ? HeldReason.allCases.randomElement(using: &random) : nil
        changed.leavesAt = Bool.random(using: &random) ? Timestamp(seconds: 10) : nil
        take = changed
      }
      live[number] = take
      model[number] = take
      #expect(live.count == model.count)
      #expect(live.newestFirst.map(\.number) == model.keys.sorted(by: >))
      #expect(live.leavingByThemselves == model.values.filter(\.leavesByItself).map(\.number).sorted())
      for phase in TakePhase.allCases {
        #expect(live.count(in: phase) == model.values.count { $0.phase == phase })
        #expect(Set(live.takes(in: phase)) == Set(model.values.filter { $0.phase == phase }))
      }
      let queued = model.values.filter(\.isQueued).sorted { $0.turn < $1.turn }
      #expect(
        model.values.allSatisfy { take in
          live.queuePlace(of: take) == queued.firstIndex { $0.number == take.number }.map { $0 + 1 }
        })
      #expect(
        live.heldOffline
          == model.values.filter { $0.phase == .held && $0.heldReason == .offline }.map(\.number).sorted())
      #expect(live.countOffline == live.heldOffline.count)
      #expect(live.hasRunningClock == model.values.contains { $0.phase.isLive })
      #expect(
        live.hasDeparture
          == model.values.contains { $0.phase == .leaving || ($0.phase == .held && $0.leavesAt != nil) })
    }
  }
}
