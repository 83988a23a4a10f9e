/// What the command line says of a run, whatever the command.
struct RunOptions: Equatable, Sendable {
  var isDemo = false
  /// How many times faster than usual the demo service works.
  var demoSpeed = 1.0
  /// How many times faster than the machine's the program's clock goes.
  var clockSpeed = 1.0
  /// Where state, cache and demo films are kept; nil: in the usual places.
  var dataFolder: String?
  var flags = LoadedSettings.Flags()
}
