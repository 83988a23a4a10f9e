package import Logging

/// How a demo service behaves from its start on. What may change while it runs is in its `FaultPlan`.
package struct DemoConfiguration: Sendable {
  /// The folder of the films, named like `1280x720-8s.mp4`.
  package var clipsDirectory: String
  /// The port on 127.0.0.1; 0 lets the system choose one.
  package var port = 0
  /// The only key that is accepted; nil accepts any that is not empty.
  package var key: String?
  /// How many times faster than usual takes run and films arrive. Ten to forty seconds a take at 1.
  /// Always more than 0.
  package var speed = 1.0
  /// Whether films arrive over some seconds, like over a real network, or as fast as they are read.
  package var isPaced = true
  /// When set, every film is a made-up one of this many bytes: an MP4 by its boxes, that no player shows.
  package var filmByteCount: Int?
  package var faults = FaultPlan()
  /// Whether it keeps who asked about which take and when, for `GET /demo/queries`.
  package var recordsQueries = false
  package var time = DemoTime.wall
  package var logger = Logger(label: "demo", factory: { _ in SwiftLogNoOpLogHandler() })

  package init(clipsDirectory: String) {
    self.clipsDirectory = clipsDirectory
  }
}
