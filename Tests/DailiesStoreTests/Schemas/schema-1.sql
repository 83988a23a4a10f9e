-- A store of schema 1, as `sqlite3 dailies.sqlite .dump` writes it, with the two marks that .dump leaves out.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 takes, drafts, programs');
CREATE TABLE takes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  phase TEXT NOT NULL,
  is_hidden INTEGER NOT NULL,
  is_shown INTEGER NOT NULL AS (is_hidden = 0 AND phase <> 'dropped') VIRTUAL,
  video_id TEXT,
  profile TEXT NOT NULL,
  base_url TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  owner TEXT,
  revision INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
INSERT INTO takes VALUES(1,'running',0,'video_one','default','https://video.example/v1',1763900000000,NULL,3,'{"accepted":1763900007000,"billedCost":"0.40","isHidden":false,"number":1,"order":{"model":"veo-3.1-fast-generate-001","prompt":"Paper lantern 灯笼 at dusk","seconds":8,"size":"1280x720"},"phase":"running","recorded":1763900000000,"sent":1763900005000,"service":{"baseURL":"https://video.example/v1","profile":"default"},"serviceWord":"processing","slowdowns":0,"videoID":"video_one"}');
INSERT INTO takes VALUES(2,'saved',0,'video_two','default','https://video.example/v1',1763900006000,NULL,9,'{"accepted":1763900012000,"fileBytes":6700000,"filePath":"/home/me/Videos/Dailies/T002.mp4","film":{"height":720,"seconds":8.04,"width":1280},"finished":1763900080000,"isHidden":false,"number":2,"order":{"image":{"file":{"path":"/home/me/lantern.png"}},"model":"veo-3.1-fast-generate-001","prompt":"Grandmother ties a ribbon","seconds":8,"size":"1280x720"},"phase":"saved","recorded":1763900006000,"saved":1763900085000,"sent":1763900011000,"service":{"baseURL":"https://video.example/v1","profile":"default"},"serviceWord":"completed","slowdowns":0,"videoID":"video_two"}');
INSERT INTO takes VALUES(3,'failed',0,NULL,'default','https://video.example/v1',1763900086000,NULL,12,'{"finished":1763900091000,"isHidden":false,"number":3,"order":{"model":"veo-3.1-fast-generate-001","prompt":"Crowd at the gate","seconds":8,"size":"1280x720"},"phase":"failed","problem":{"detail":"a crowd is not allowed","kind":"contentRefused","raw":"{}","status":400},"recorded":1763900086000,"sent":1763900090000,"service":{"baseURL":"https://video.example/v1","profile":"default"},"slowdowns":0}');
INSERT INTO takes VALUES(4,'held',0,NULL,'default','https://video.example/v1',1763900095000,NULL,14,'{"heldReason":"keyRefused","isHidden":false,"number":4,"order":{"model":"veo-3.1-fast-generate-001","prompt":"Night market","seconds":8,"size":"1280x720"},"phase":"held","recorded":1763900095000,"service":{"baseURL":"https://video.example/v1","profile":"default"},"slowdowns":0}');
CREATE TABLE take_texts (
  number INTEGER PRIMARY KEY REFERENCES takes,
  text TEXT NOT NULL
) STRICT;
INSERT INTO take_texts VALUES(1,replace('paper lantern 灯笼 at dusk\nt001\nvideo_one','\n',char(10)));
INSERT INTO take_texts VALUES(2,replace('grandmother ties a ribbon\nt002\nvideo_two\nt002.mp4','\n',char(10)));
INSERT INTO take_texts VALUES(3,replace('crowd at the gate\nt003\na crowd is not allowed','\n',char(10)));
INSERT INTO take_texts VALUES(4,replace('night market\nt004','\n',char(10)));
CREATE TABLE counts (
  phase TEXT NOT NULL,
  is_hidden INTEGER NOT NULL,
  takes INTEGER NOT NULL,
  PRIMARY KEY (phase, is_hidden)
) STRICT, WITHOUT ROWID;
INSERT INTO counts VALUES('failed',0,1);
INSERT INTO counts VALUES('held',0,1);
INSERT INTO counts VALUES('leaving',0,0);
INSERT INTO counts VALUES('ready',0,0);
INSERT INTO counts VALUES('running',0,1);
INSERT INTO counts VALUES('saved',0,1);
INSERT INTO counts VALUES('saving',0,0);
INSERT INTO counts VALUES('sending',0,0);
CREATE TABLE take_events (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL REFERENCES takes,
  at INTEGER NOT NULL,
  phase TEXT NOT NULL,
  problem TEXT
) STRICT;
INSERT INTO take_events VALUES(1,1,1763900000000,'leaving',NULL);
INSERT INTO take_events VALUES(2,1,1763900005000,'sending',NULL);
INSERT INTO take_events VALUES(3,1,1763900007000,'running',NULL);
INSERT INTO take_events VALUES(4,2,1763900006000,'leaving',NULL);
INSERT INTO take_events VALUES(5,2,1763900011000,'sending',NULL);
INSERT INTO take_events VALUES(6,2,1763900012000,'running',NULL);
INSERT INTO take_events VALUES(7,2,1763900080000,'ready',NULL);
INSERT INTO take_events VALUES(8,2,1763900081000,'saving',NULL);
INSERT INTO take_events VALUES(9,2,1763900085000,'saved',NULL);
INSERT INTO take_events VALUES(10,3,1763900086000,'leaving',NULL);
INSERT INTO take_events VALUES(11,3,1763900090000,'sending',NULL);
INSERT INTO take_events VALUES(12,3,1763900091000,'failed','{"detail":"a crowd is not allowed","kind":"contentRefused","raw":"{}","status":400}');
INSERT INTO take_events VALUES(13,4,1763900095000,'leaving',NULL);
INSERT INTO take_events VALUES(14,4,1763900096000,'held',NULL);
CREATE TABLE answers (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL REFERENCES takes,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER,
  body TEXT NOT NULL
) STRICT;
INSERT INTO answers VALUES(1,1,'create',1763900007000,200,'{"id":"video_one","status":"processing"}');
CREATE TABLE files (
  number INTEGER NOT NULL REFERENCES takes,
  path TEXT NOT NULL,
  bytes INTEGER,
  at INTEGER NOT NULL,
  PRIMARY KEY (number, path)
) STRICT, WITHOUT ROWID;
INSERT INTO files VALUES(2,'/home/me/Videos/Dailies/T002.mp4',6700000,1763900085000);
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  begun INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  ended INTEGER,
  revision INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
INSERT INTO drafts VALUES(1,1763900100000,1763900100000,1763900101000,2,'{"prompt":{"history":{"done":[],"undone":[]},"selection":{"anchor":0,"caret":0},"text":"an earlier draft"},"shot":{"model":"veo-3.1-fast-generate-001","seconds":8,"size":"1280x720","takes":1}}');
INSERT INTO drafts VALUES(2,1763900102000,1763900102000,NULL,1,'{"prompt":{"history":{"done":[],"undone":[]},"selection":{"anchor":0,"caret":0},"text":"Slow dolly in，灯笼"},"shot":{"model":"veo-3.1-fast-generate-001","seconds":8,"size":"1280x720","takes":1}}');
CREATE TABLE programs (
  token TEXT PRIMARY KEY,
  pid INTEGER NOT NULL,
  started TEXT NOT NULL,
  place TEXT NOT NULL,
  heartbeat INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lease (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  owner TEXT,
  heartbeat INTEGER NOT NULL,
  generation INTEGER NOT NULL
) STRICT;
INSERT INTO lease VALUES(1,NULL,0,0);
CREATE TABLE memory (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO memory VALUES('shot','{"model":"sora-2","seconds":12,"size":"1280x720","takes":1}');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('takes',5);
INSERT INTO sqlite_sequence VALUES('drafts',2);
CREATE INDEX takes_by_sight ON takes (is_shown);
CREATE INDEX takes_by_phase ON takes (is_shown, phase);
CREATE INDEX takes_by_video ON takes (video_id) WHERE video_id IS NOT NULL;
CREATE INDEX takes_by_owner ON takes (owner) WHERE owner IS NOT NULL;
CREATE INDEX takes_by_revision ON takes (revision);
CREATE TRIGGER take_added AFTER INSERT ON takes BEGIN
  INSERT INTO counts VALUES (new.phase, new.is_hidden, 1)
    ON CONFLICT DO UPDATE SET takes = takes + 1;
END;
CREATE TRIGGER take_moved AFTER UPDATE OF phase, is_hidden ON takes
WHEN old.phase <> new.phase OR old.is_hidden <> new.is_hidden BEGIN
  UPDATE counts SET takes = takes - 1 WHERE phase = old.phase AND is_hidden = old.is_hidden;
  INSERT INTO counts VALUES (new.phase, new.is_hidden, 1)
    ON CONFLICT DO UPDATE SET takes = takes + 1;
END;
CREATE TRIGGER take_removed AFTER DELETE ON takes BEGIN
  UPDATE counts SET takes = takes - 1 WHERE phase = old.phase AND is_hidden = old.is_hidden;
END;
CREATE INDEX take_events_by_take ON take_events (number);
CREATE INDEX answers_by_take ON answers (number, kind);
CREATE INDEX drafts_by_update ON drafts (updated) WHERE ended IS NULL;
COMMIT;
PRAGMA application_id = 1147234668;
PRAGMA user_version = 1;
