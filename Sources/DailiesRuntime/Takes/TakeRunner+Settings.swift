package import DailiesCore

extension TakeRunner {
  /// Works by changed settings from now on. What is under way goes on as it began.
  ///
  /// - Parameter folder: Absolute path of the folder for films.
  package func adopt(_ settings: Settings, folder: String) async {
    options.folder = folder
    options.fileName = settings.fileName
    options.creates = settings.creates
    departureBell.ring()
    // Switched by hand it holds for this run, until the setting itself is changed.
    guard settings.savesAutomatically != keptAutosave else { return }
    keptAutosave = settings.savesAutomatically
    await setAutosave(settings.savesAutomatically)
  }
}
