import DailiesCore
import DailiesStore
import Foundation

extension EffectRunner {
  /// Writes takes into a file, and tells how many went where and how many did not.
  func exportTakes(_ order: TakeExportOrder) async {
    let path = Self.absolute(order.path)
    do {
      let numbers = order.selection.numbers(of: try await store.numbers(order.selection.scope))
      let takes = try await store.takes(numbers)
      var options = order.options
      options.folder = (path as NSString).deletingLastPathComponent
      options.glances = await TakeExport.glances(takes, for: order.format, by: glance)
      let made = TakeExport.text(
        takes, as: order.format, options, times: TakeTimes(try await store.times()), at: clock.now())
      for gap in ExportGap.allCases {
        guard let count = made.left[gap] else { continue }
        report(.noted(Note(Strings.exportLeft, String(count), reason: Reason(gap.text), tone: .attention)))
      }
      for remark in made.remarks { report(.noted(remark.note)) }
      if order.format.needsFilms, made.count == 0 {
        return report(.takesNotExported(order, Note(Strings.exportNothing, tone: .attention), isTaken: false))
      }
      try await FileWork.run { try TakeExport.write(made.text, to: path, replaces: order.replaces) }
      report(.noted(Note(Strings.exportedTakes, path, String(made.count), tone: .good)))
    } catch let fault as ExportFault {
      let why =
        fault.isTaken
        ? Note(Strings.exportOver, order.path, tone: .attention)
        : Note(Strings.exportNotWritten, path, reason: fault.reason, tone: .attention)
      report(.takesNotExported(order, why, isTaken: fault.isTaken))
    } catch {
      report(.noted(Note(Problem(error))))
    }
  }

  /// What is no path from the root is one from the home folder.
  private static func absolute(_ path: String) -> String {
    let path = HomeFolder.expand(path)
    return path.hasPrefix("/") ? path : (HomeFolder.path ?? "") + "/" + path
  }
}
