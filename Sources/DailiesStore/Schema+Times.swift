extension Schema {
  /// How long the last takes of every kind took; see `TakeTime`. Takes from before are not in it: nobody wrote down how
  /// closely they were watched.
  static let times = """
    CREATE TABLE times (
      number INTEGER PRIMARY KEY REFERENCES takes ON DELETE CASCADE,
      base_url TEXT NOT NULL,
      model TEXT NOT NULL,
      size TEXT NOT NULL,
      seconds INTEGER NOT NULL,
      took INTEGER NOT NULL,
      finished INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX times_by_kind ON times (base_url, model, size, seconds, finished);
    """
}
