import DailiesCore
import DailiesRuntime
import Synchronization

/// The prices in force, for all who ask; read anew when the screens ask for it.
final class PriceBook: Sendable {
  let file: PriceFile
  private let known: Mutex<PriceFile.Contents>

  init(_ file: PriceFile) {
    self.file = file
    known = Mutex(file.read())
  }

  var table: PriceTable { known.withLock(\.table) }
  var warnings: [Note] { known.withLock(\.warnings) }

  /// The way of the screens to it.
  var access: PriceAccess {
    PriceAccess(
      load: { [self] in
        let news = reload()
        return (table, news)
      },
      add: { [self] price in
        do throws(ConfigurationError) {
          try file.add(price)
          return nil
        } catch {
          return Problem(.settingsFailed, error.reason)
        }
      })
  }

  /// Reads the file again. A broken one leaves what was known.
  ///
  /// - Returns: What is said of it, unless that was said before.
  func reload() -> [Note] {
    let read = file.read()
    return known.withLock { known in
      let news = read.warnings.filter { !known.warnings.contains($0) }
      if !read.isBroken { known.table = read.table }
      known.warnings = read.warnings
      return news
    }
  }
}
