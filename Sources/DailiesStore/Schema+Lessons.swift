extension Schema {
  /// What services took and refused, the last time each.
  static let lessons = """
    CREATE TABLE lessons (
      base_url TEXT NOT NULL,
      model TEXT NOT NULL,
      seconds INTEGER NOT NULL,
      size TEXT NOT NULL,
      picture TEXT NOT NULL,
      is_refusal INTEGER NOT NULL,
      at INTEGER NOT NULL,
      words TEXT NOT NULL,
      PRIMARY KEY (base_url, model, seconds, size, picture, is_refusal)
    ) STRICT, WITHOUT ROWID;
    """
}
