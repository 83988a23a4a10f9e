import Foundation
import Testing

/// How wide tmux draws what. It asks the C library (`wcwidth`), so that a library loaded before that one makes another
/// terminal of it; the program under test, which is started with an environment of its own, knows nothing of it.
enum TmuxHabits: String, CaseIterable, Sendable, CustomTestStringConvertible {
  /// As it is installed.
  case own
  /// East Asian ambiguous characters take two columns, lines among them.
  case wide
  /// Only letters do, lines do not.
  case wideLetters
  /// A terminal from before emoji: one column each.
  case narrowEmoji
  /// Each half of a flag takes two columns.
  case wideFlags

  var testDescription: String { rawValue }

  /// What tmux is started with.
  func environment(_ workplace: Workplace) throws -> [String: String] {
    guard self != .own else { return workplace.environment }
    let (source, library) = (workplace.folder + "/widths.c", workplace.folder + "/widths.so")
    try Data(Self.source.utf8).write(to: URL(filePath: source))
    let outcome = try workplace.run(
      "/usr/bin/env", ["cc", "-shared", "-fPIC", "-O1", "-D\(rawValue.uppercased())", "-o", library, source])
    try #require(outcome.end == .code(0), "\(outcome.errors)")
    return workplace.environment.merging(["LD_PRELOAD": library]) { $1 }
  }

  /// Ranges: `East_Asian_Width` A in EastAsianWidth.txt of Unicode 16, for the blocks that the tests and the screens use.
  private static let source = """
    #define _GNU_SOURCE 1
    #include <dlfcn.h>
    #include <wchar.h>

    static const int letters[][2] = {
      {0xa1, 0xa1}, {0xa4, 0xa4}, {0xa7, 0xa8}, {0xaa, 0xaa}, {0xae, 0xae}, {0xb0, 0xb4}, {0xb6, 0xba}, {0xbc, 0xbf},
      {0xd7, 0xd7}, {0xf7, 0xf7}, {0x391, 0x3a1}, {0x3a3, 0x3a9}, {0x3b1, 0x3c1}, {0x3c3, 0x3c9}, {0x2013, 0x2016},
      {0x2018, 0x2019}, {0x201c, 0x201d}, {0x2020, 0x2022}, {0x2024, 0x2027}, {0x2030, 0x2030}, {0x2190, 0x2199},
      {0x2460, 0x24e9},
    };
    static const int lines[][2] = {{0x2500, 0x254b}, {0x2550, 0x2573}, {0x2580, 0x258f}, {0x2592, 0x2595}};

    static int holds(const int (*ranges)[2], int count, int c) {
      for (int i = 0; i < count; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1]) return 1;
      return 0;
    }

    int wcwidth(wchar_t c) {
      static int (*own)(wchar_t);
      if (!own) own = (int (*)(wchar_t))dlsym(RTLD_NEXT, "wcwidth");
    #if defined WIDE || defined WIDELETTERS
      if (holds(letters, sizeof letters / sizeof *letters, c)) return 2;
    #endif
    #if defined WIDE
      if (holds(lines, sizeof lines / sizeof *lines, c)) return 2;
    #endif
    #if defined NARROWEMOJI
      if (c >= 0x1f000 && c < 0x20000) return 1;
    #endif
    #if defined WIDEFLAGS
      if (c >= 0x1f1e6 && c < 0x1f200) return 2;
    #endif
      return own(c);
    }
    """
}
