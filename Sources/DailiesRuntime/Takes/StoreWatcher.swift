/// Says when a file was written by anybody, without asking: other programs share the store.
package enum StoreWatcher {
  package static func writes(to path: String) -> AsyncStream<Void> { FileEvents.stream([(path, .writes)]) }
}
