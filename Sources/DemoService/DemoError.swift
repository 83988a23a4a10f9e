/// Why a demo service cannot run.
package enum DemoError: Error {
  /// Nothing can listen on 127.0.0.1 at this port: another program does, or the system forbids it.
  case cannotListen(port: Int, cause: any Error)
}
