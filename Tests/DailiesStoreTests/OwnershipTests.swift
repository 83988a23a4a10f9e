import DailiesCore
import DailiesStore
import Foundation
import Testing
import VideosAPI

/// Several programs on one store.
@Suite struct OwnershipTests {
  let workshop: StoreWorkshop

  init() throws { workshop = try StoreWorkshop() }

  @Test func programsThatRecordAtOnceNeverShareANumber() async throws {
    let stores = [try workshop.open(), try workshop.open(), try workshop.open()]
    let numbers = try await withThrowingTaskGroup(of: [Take.Number].self) { group in
      for store in stores {
        for _ in 0..<10 {
          group.addTask {
            try await store.recordIntents(
              [.sample(), .sample()], service: .sample, leavesAt: .second(0), now: .second(0)
            ).map(\.number)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(numbers.count == 60)
    #expect(Set(numbers) == Set((1...60).map { Take.Number($0) }))
    for store in stores { store.close() }
  }

  @Test func oneOfTwoProgramsSendsATake() async throws {
    let first = try workshop.open()
    let second = try workshop.open()
    for _ in 0..<10 {
      // Held for a person: it belongs to no program, both may send it.
      let number = try await first.record()
      _ = try await first.change(number, now: .second(1)) { $0.hold(.keyRefused) }
      async let one = first.change(number, now: .second(2)) { $0.startSending(at: .second(2)) }
      async let other = second.change(number, now: .second(2)) { $0.startSending(at: .second(2)) }
      let outcomes = try await [one, other]
      #expect(outcomes.compactMap { $0 }.count == 1)
    }
    first.close()
    second.close()
  }

  @Test func aTakeThatIsAboutToLeaveIsSentByItsOwnerAlone() async throws {
    let owner = try workshop.open()
    let other = try workshop.open()
    let number = try await owner.record()
    #expect(try await other.change(number, now: .second(1)) { $0.startSending(at: .second(1)) } == nil)
    #expect(try await other.claim(number, now: .second(1)) == false)
    #expect(try await owner.take(number)?.phase == .leaving)
    #expect(try await owner.change(number, now: .second(1)) { $0.startSending(at: .second(1)) }?.phase == .sending)
    owner.close()
    other.close()
  }

  @Test func anotherProgramMayTakeBackWhatIsAboutToLeave() async throws {
    let owner = try workshop.open()
    let other = try workshop.open()
    let number = try await owner.record()
    #expect(try await other.change(number, now: .second(1)) { $0.takeBack() }?.phase == .dropped)
    #expect(try await owner.change(number, now: .second(1)) { $0.startSending(at: .second(1)) } == nil)
    owner.close()
    other.close()
  }

  @Test func hidingATakeDoesNotChangeItsOwner() async throws {
    let owner = try workshop.open()
    let other = try workshop.open()
    let number = try await owner.record()
    let hidden = try await other.change(number, now: .second(1)) {
      $0.isHidden = true
      return true
    }
    #expect(hidden?.isHidden == true)
    #expect(try await other.claim(number, now: .second(1)) == false)
    #expect(try await owner.claim(number, now: .second(1)) == true)
    owner.close()
    other.close()
  }

  @Test func oneOfTwoProgramsClaimsATakeWhoseOwnerIsGone() async throws {
    let crashed = try workshop.open(.gone("crashed"))
    let first = try workshop.open()
    let second = try workshop.open()
    for _ in 0..<5 {
      let number = try await crashed.record()
      async let one = first.claim(number, now: .second(1))
      async let other = second.claim(number, now: .second(1))
      let outcomes = try await [one, other]
      #expect(outcomes.filter { $0 }.count == 1)
    }
    first.close()
    second.close()
    crashed.close()
  }

  @Test func aTakeThatWasSentIsNotClaimed() async throws {
    let store = try workshop.open()
    let number = try await store.record()
    _ = try await store.change(number, now: .second(1)) { $0.startSending(at: .second(1)) }
    #expect(try await store.claim(number, now: .second(1)) == false)
    store.close()
  }

  @Test func whatAProgramLeftBehindIsPutRight() async throws {
    let crashed = try workshop.open(.gone("crashed"))
    let leaving = try await crashed.record("leaving")
    let sending = try await crashed.record("sending")
    _ = try await crashed.change(sending, now: .second(1)) { $0.startSending(at: .second(1)) }
    let waiting = try await crashed.recordIntents([.sample()], service: .sample, leavesAt: nil, now: .second(1))[0]
      .number
    let refused = try await crashed.record("refused")
    _ = try await crashed.change(refused, now: .second(1)) { $0.hold(.keyRefused) }
    let running = try await crashed.recordAccepted(id: "video_r")
    let saving = try await crashed.recordAccepted(id: "video_s")
    _ = try await crashed.change(saving, now: .second(2)) {
      $0.receive(Video(id: "video_s", statusWord: "completed"), at: .second(2)) && $0.startSaving()
    }

    let next = try workshop.open(at: 3)
    let recovered = try await next.recover(now: .second(3))
    #expect(recovered.map(\.number) == [leaving, sending, waiting, saving])
    #expect(try await next.take(leaving)?.heldReason == .interrupted)
    #expect(try await next.take(sending)?.phase == .unsure)
    #expect(try await next.take(waiting)?.heldReason == .interrupted)
    #expect(try await next.take(refused)?.heldReason == .keyRefused)
    #expect(try await next.take(running)?.phase == .running)
    #expect(try await next.take(saving)?.phase == .ready)
    #expect(
      try await next.events(of: sending).last
        == TakeEvent(
          at: .second(3), phase: .unsure, problem: Problem(.interrupted)))
    #expect(try await next.recover(now: .second(4)) == [])
    next.close()
    crashed.close()
  }

  @Test func whatARunningProgramHasInHandIsLeftAloneHoweverOldItsHeartbeat() async throws {
    let sleeper = try workshop.open()
    let number = try await sleeper.record()
    _ = try await sleeper.change(number, now: .second(1)) { $0.startSending(at: .second(1)) }
    let other = try workshop.open(at: 9000)
    #expect(try await other.recover(now: .second(9000)) == [])
    #expect(try await other.take(number)?.phase == .sending)
    sleeper.close()
    other.close()
  }

  @Test func aProgramOnAnotherMachineIsGoneWhenItsHeartbeatIsOld() async throws {
    let far = try workshop.open(.elsewhere("far"))
    let number = try await far.record()
    try await far.heartbeat(now: .second(10))
    let near = try workshop.open(at: 20)
    #expect(try await near.recover(now: .second(24)) == [])
    #expect(try await near.recover(now: .second(26)).map(\.number) == [number])
    far.close()
    near.close()
  }

  @Test func aProcessNumberThatWasUsedAgainIsAnotherProgram() async throws {
    var earlier = Owner.current()
    earlier.started = "1"
    let crashed = try workshop.open(earlier)
    let number = try await crashed.record()
    let next = try workshop.open()
    #expect(try await next.recover(now: .second(1)).map(\.number) == [number])
    next.close()
    crashed.close()
  }

  @Test func theLeaseHasOneHolder() async throws {
    let first = try workshop.open()
    let second = try workshop.open()
    #expect(try await first.leaseHolder() == nil)
    async let one = first.acquireLease(now: .second(1))
    async let other = second.acquireLease(now: .second(1))
    let (hasOne, hasOther) = try await (one, other)
    #expect(hasOne != hasOther)
    #expect(try await first.leaseHolder() == (hasOne ? first.owner : second.owner))
    first.close()
    second.close()
  }

  @Test func aLeaseThatIsRenewedIsKept() async throws {
    let holder = try workshop.open()
    let other = try workshop.open()
    #expect(try await holder.acquireLease(now: .second(0)))
    for second in stride(from: Int64(2), to: 20, by: 2) {
      #expect(try await holder.renewLease(now: .second(second)))
      #expect(try await !other.acquireLease(now: .second(second + 1)))
      #expect(try await !other.renewLease(now: .second(second + 1)))
    }
    holder.close()
    other.close()
  }

  @Test func aLeaseIsTakenFromAHolderThatIsSilentForMoreThanFourSeconds() async throws {
    let holder = try workshop.open()
    let other = try workshop.open()
    #expect(try await holder.acquireLease(now: .second(0)))
    #expect(try await !other.acquireLease(now: .second(4)))
    #expect(try await other.acquireLease(now: .second(5)))
    #expect(try await !holder.renewLease(now: .second(5)))
    #expect(try await !holder.acquireLease(now: .second(6)))
    holder.close()
    other.close()
  }

  @Test func whoWaitsForTheLeaseWritesNoMoreThanItsOwnHeartbeat() async throws {
    let holder = try workshop.open()
    let other = try workshop.open()
    try await other.signIn()
    #expect(try await holder.acquireLease(now: .second(0)))
    let before = FileManager.default.contents(atPath: workshop.path)
    for _ in 0..<3 { #expect(try await !other.acquireLease(now: .second(4))) }
    #expect(FileManager.default.contents(atPath: workshop.path) == before)
    #expect(try await holder.renewLease(now: .second(5)))
    let renewed = FileManager.default.contents(atPath: workshop.path)
    #expect(try await !other.acquireLease(now: .second(6)))
    #expect(FileManager.default.contents(atPath: workshop.path) != renewed)
    holder.close()
    other.close()
  }

  @Test func aLeaseIsTakenAtOnceFromAHolderThatIsGoneOrGaveItBack() async throws {
    let crashed = try workshop.open(.gone("crashed"))
    #expect(try await crashed.acquireLease(now: .second(0)))
    let second = try workshop.open()
    #expect(try await second.acquireLease(now: .second(0)))
    let third = try workshop.open()
    #expect(try await !third.acquireLease(now: .second(0)))
    try await second.releaseLease()
    #expect(try await third.acquireLease(now: .second(0)))
    third.close()
    #expect(try await second.leaseHolder() == nil)
    second.close()
    crashed.close()
  }

  @Test func whereTheAgeOfALeaseTellsNothingOnlyAHolderThatIsGoneLosesIt() async throws {
    let holder = try workshop.open()
    let other = try workshop.open()
    #expect(try await holder.acquireLease(now: .second(0)))
    for now in [Int64(10_800), -10_800] {
      #expect(try await !other.acquireLease(now: .second(now), trustingAge: false))
    }
    try await holder.releaseLease()
    holder.close()
    let crashed = try workshop.open(.gone("crashed"))
    #expect(try await crashed.acquireLease(now: .second(10_800)))
    #expect(try await other.acquireLease(now: .second(10_800), trustingAge: false))
    other.close()
    crashed.close()
  }
}
