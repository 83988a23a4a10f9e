extension String {
  /// This text with another in the place of NUL, where SQLite would end it. Nearly none holds one, which is told at once.
  package func replacingNUL(with other: String) -> String {
    utf8.contains(0) ? replacing("\0", with: other) : self
  }
}
