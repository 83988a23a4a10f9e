package import DailiesCore

extension TakeRunner {
  /// Works by changed settings from now on. What is under way goes on as it began, at the rate that holds now.
  ///
  /// - Parameter folder: Absolute path of the folder for films.
  package func adopt(_ settings: Settings, folder: String) async {
    options.folder = folder
    options.fileName = settings.fileName
    options.writesSidecars = settings.sidecar
    options.creates = settings.creates
    await poller.limit(to: PollSchedule.Limits(inFlight: settings.queries, perSecond: settings.queriesPerSecond))
    downloader.limit(to: settings.saveRate)
    downloader.keepFree(settings.keepFree)
    departureBell.ring()
    // Switched by hand it holds for this run, until the setting itself is changed.
    guard settings.savesAutomatically != keptAutosave else { return }
    keptAutosave = settings.savesAutomatically
    await setAutosave(settings.savesAutomatically)
  }
}
