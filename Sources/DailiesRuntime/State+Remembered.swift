package import DailiesCore
package import DailiesStore

extension State {
  /// What a start finds as the last run left it: the draft, the order of the list, and how batches leave. On the calling thread,
  /// before the first frame.
  package mutating func recall(from store: Store) throws(StoreError) {
    if let draft = try store.latestDraftNow() { restore(draft) }
    if let sort = try store.rememberedNow(Memories.sort, as: TakeSort.self) { recall(sort: sort) }
    canary = try store.rememberedNow(Memories.canary, as: Canary?.self) ?? nil
  }
}
