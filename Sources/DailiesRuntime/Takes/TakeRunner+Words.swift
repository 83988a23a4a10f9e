package import DailiesCore
import DailiesStore
import Logging

/// What a person says of takes. Told in one action, however many there are.
extension TakeRunner {
  package func edit(_ numbers: [Take.Number], _ change: TakeChange) async {
    do {
      let edit = try await store.edit(numbers, change, now: clock.now())
      await tell(edit, ListAct(edit.steps), .done)
    } catch {
      refuse(error, ListAct([]), .done)
    }
  }

  /// Takes an act back, or does it again.
  package func replay(_ act: ListAct, _ way: ActWay) async {
    do {
      let edit = try await store.replay(way == .undone ? act.reversed : act, now: clock.now())
      let done = ListAct(edit.steps)
      await tell(edit, way == .undone ? done.reversed : done, way)
    } catch {
      refuse(error, act, way)
    }
  }

  private func tell(_ edit: Store.Edit, _ act: ListAct, _ way: ActWay) async {
    writes += 1
    for take in edit.takes {
      written[take.number] = take
      if watched[take.number] != nil { watched[take.number] = take }
      noteInQueue(take)
      await note(take)
    }
    let counts = await currentCounts()
    report(.takesEdited(EditedTakes(way: way, act: act, takes: edit.takes, left: edit.left, counts: counts)))
    retell(edit.takes)
  }

  private func refuse(_ error: StoreError, _ act: ListAct, _ way: ActWay) {
    logger.error("store: \(error)")
    report(.takesNotEdited(Problem(error), act, way))
  }
}
