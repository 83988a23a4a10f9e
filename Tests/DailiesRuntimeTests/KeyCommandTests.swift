import DailiesCore
import DailiesRuntime
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct KeyCommandTests {
  private func reason(_ command: String, patience: Duration = .seconds(50)) async -> String? {
    guard case .failure(let failure) = await KeyCommand.run(command, patience: patience) else { return nil }
    return failure.reason.english
  }

  @Test func theFirstLineThatIsPrintedIsTheKey() async {
    #expect(await KeyCommand.run("printf '\\nsk-1\\nnotes\\n'; echo noise >&2") == .success("sk-1"))
  }

  @Test func aCommandThatFailsSaysWhyInItsOwnWords() async {
    #expect(await reason("echo sk-half; echo 'no such entry' >&2; exit 3") == "no such entry")
    #expect(await reason("exit 3")?.contains("3") == true)
    #expect(await reason("true") == "it printed nothing")
  }

  @Test func whatItPrintsIsNeverInTheReason() async {
    let reason = await reason("head -c 100000 /dev/zero | tr '\\0' s")
    #expect(reason == "it cannot be run, or prints too much")
  }

  @Test func aCommandThatDoesNotEndIsEnded() async {
    #expect(await reason("sleep 3600", patience: .zero) == "no key within 0 s")
  }

  @Test func theKeyOfTheEnvironmentIsNotHandedOn() async {
    // In a process of its own: an environment belongs to all tests of a process.
    await #expect(processExitsWith: .success) {
      setenv("DAILIES_API_KEY", "sk-secret", 1)
      setenv("DAILIES_TEST", "there", 1)
      let printed = await KeyCommand.run("echo \"$DAILIES_TEST$DAILIES_API_KEY\"")
      exit(printed == .success("there") ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}
