import DailiesCore
import DailiesStore
import Foundation
import Histories

// `MakeHistory FOLDER COUNT`: a store of so many finished takes in FOLDER/state, for `dailies --data-dir FOLDER`. One that
// is whole already is left as it is.

let arguments = CommandLine.arguments
guard arguments.count == 3, let count = Int(arguments[2]), count > 0 else {
  FileHandle.standardError.write(Data("usage: MakeHistory FOLDER COUNT\n".utf8))
  exit(2)
}
let folder = URL(filePath: arguments[1]).appending(path: "state")
let complete = folder.appending(path: "complete-\(count)")
if !FileManager.default.fileExists(atPath: complete.path(percentEncoded: false)) {
  try? FileManager.default.removeItem(at: folder)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
  let store = try Store.open(folder: folder.path(percentEncoded: false), now: now)
  try await History.write(count, into: store)
  store.close()
  try Data().write(to: complete)
}
