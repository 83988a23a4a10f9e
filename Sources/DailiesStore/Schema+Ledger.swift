extension Schema {
  /// What each take costs, beside the takes: sums over all of them read nothing else.
  ///
  /// `amount` and `currency` are what the screens show, of class `class` (see `LedgerEntry`); `counted_…` is what the take
  /// takes from the limits of `profile` on `day`, the local day of the yes. Amounts are millionths.
  static let ledgerTables = """
    CREATE TABLE ledger (
      number INTEGER PRIMARY KEY REFERENCES takes ON DELETE CASCADE,
      profile TEXT NOT NULL,
      day TEXT NOT NULL,
      shot TEXT,
      model TEXT NOT NULL,
      seconds INTEGER NOT NULL,
      billed_seconds REAL,
      class TEXT NOT NULL,
      amount INTEGER,
      currency TEXT,
      counted_amount INTEGER,
      counted_currency TEXT,
      counted_seconds INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX ledger_by_day ON ledger (profile, day, counted_currency, counted_amount, counted_seconds);

    -- Takes from before: no price was known, only what the service said. Those that were taken back, or ordered elsewhere,
    -- cost nothing here.
    INSERT INTO ledger
    SELECT number, profile, date(recorded / 1000, 'unixepoch', 'localtime'), json_extract(record, '$.origin.shot'),
      json_extract(record, '$.order.model'), json_extract(record, '$.order.seconds'),
      CAST(json_extract(record, '$.billedSeconds') AS REAL),
      CASE WHEN phase = 'failed' THEN 'failed' WHEN phase = 'unsure' THEN 'unsure'
        WHEN json_extract(record, '$.billedCost') IS NOT NULL THEN 'header' ELSE 'unpriced' END,
      CAST(round(CAST(json_extract(record, '$.billedCost') AS REAL) * 1000000) AS INTEGER),
      CASE WHEN json_extract(record, '$.billedCost') IS NOT NULL THEN 'USD' END,
      CAST(round(CAST(json_extract(record, '$.billedCost') AS REAL) * 1000000) AS INTEGER),
      CASE WHEN json_extract(record, '$.billedCost') IS NOT NULL THEN 'USD' END,
      CASE WHEN phase = 'failed' AND video_id IS NULL THEN 0 ELSE json_extract(record, '$.order.seconds') END
    FROM takes
    WHERE phase <> 'dropped' AND (phase IN ('held', 'leaving') OR json_extract(record, '$.sent') IS NOT NULL);
    """

  /// Which takes have a film that is not what was ordered (`Take.differsFromOrder`); what a film does not differ from was
  /// not known of its order.
  static let differing = """
    ALTER TABLE ledger ADD COLUMN differs INTEGER NOT NULL DEFAULT 0;
    UPDATE ledger SET differs = 1 WHERE number IN (
      SELECT number FROM takes
      WHERE json_extract(record, '$.film.width') IS NOT NULL AND (
        json_extract(record, '$.order.size') <>
          json_extract(record, '$.film.width') || 'x' || json_extract(record, '$.film.height')
        OR abs(json_extract(record, '$.film.seconds') - json_extract(record, '$.order.seconds')) > 0.5)
    );
    """
}
