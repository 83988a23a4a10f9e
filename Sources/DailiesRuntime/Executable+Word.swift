import Subprocess
import _NIOFileSystem

extension Executable {
  /// A program as a person writes it: a name is looked for in `$PATH`; what has a slash is a path, `~/` is their home.
  static func word(_ word: String) -> Executable {
    word.contains("/") ? .path(FilePath(HomeFolder.expand(word))) : .name(word)
  }
}
