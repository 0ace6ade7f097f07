import { COUNT_AGAIN } from '../sql/count-again';

/** Each runs once, in order, whole or not at all; `PRAGMA user_version` counts them. Never changed once released: only added to. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE articles (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT, source TEXT, url TEXT, language TEXT,
    day INTEGER NOT NULL,
    published_at TEXT,
    saved_at TEXT NOT NULL,
    log_length INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX articles_day ON articles (day);
  CREATE TABLE bodies (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    body BLOB NOT NULL
  );
  CREATE TABLE copies (
    seq INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    copy_key TEXT NOT NULL,
    source TEXT,
    copy TEXT NOT NULL,
    bytes BLOB,
    UNIQUE (article, copy_key)
  );
  CREATE INDEX copies_source ON copies (source, article);
  -- Only the index is kept: words are folded, and the text itself is in bodies.
  CREATE VIRTUAL TABLE words USING fts5 (tokens, content = '', contentless_delete = 1, detail = none, prefix = '3 4 5', tokenize = 'unicode61 remove_diacritics 0');
  CREATE TRIGGER words_removed AFTER DELETE ON articles BEGIN DELETE FROM words WHERE rowid = old.seq; END;

  CREATE TABLE shapes (id TEXT PRIMARY KEY, geometry TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE results (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    engine TEXT NOT NULL, gazetteer TEXT NOT NULL, made_at TEXT NOT NULL,
    map BLOB NOT NULL,
    shown BLOB
  );

  CREATE TABLE places (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ord INTEGER NOT NULL,
    place_id TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL,
    feature TEXT NOT NULL,
    UNIQUE (article, ord)
  );
  CREATE INDEX places_place ON places (place_id, article);
  CREATE INDEX places_country ON places (country, article);
  CREATE TABLE mentions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    place_ord INTEGER NOT NULL, ord INTEGER NOT NULL,
    mention_start INTEGER NOT NULL, mention_end INTEGER NOT NULL,
    quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,
    mention TEXT NOT NULL,
    UNIQUE (article, place_ord, ord)
  );
  CREATE TABLE incidents (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ord INTEGER NOT NULL,
    type TEXT NOT NULL, status TEXT NOT NULL, country TEXT, place_id TEXT, precision INTEGER,
    first_day INTEGER, last_day INTEGER, day INTEGER NOT NULL, month INTEGER,
    cell INTEGER, x INTEGER, y INTEGER,
    west REAL, south REAL, east REAL, north REAL,
    killed INTEGER, injured INTEGER,
    incident TEXT NOT NULL
  );
  CREATE INDEX incidents_article ON incidents (article, type);
  CREATE INDEX incidents_day ON incidents (day, seq);
  CREATE INDEX incidents_length ON incidents (last_day - first_day);
  CREATE INDEX incidents_cell ON incidents (cell) WHERE cell IS NOT NULL;
  CREATE INDEX incidents_place ON incidents (place_id);
  CREATE INDEX incidents_country ON incidents (country, day, seq);

  CREATE VIRTUAL TABLE places_box USING rtree (seq, west, east, south, north);
  CREATE TRIGGER places_added AFTER INSERT ON places
    BEGIN INSERT INTO places_box VALUES (new.seq, new.west, new.east, new.south, new.north); END;
  CREATE TRIGGER places_removed AFTER DELETE ON places BEGIN DELETE FROM places_box WHERE seq = old.seq; END;
  CREATE VIRTUAL TABLE incidents_box USING rtree (seq, west, east, south, north);
  CREATE TRIGGER incidents_added AFTER INSERT ON incidents WHEN new.west IS NOT NULL
    BEGIN INSERT INTO incidents_box VALUES (new.seq, new.west, new.east, new.south, new.north); END;
  CREATE TRIGGER incidents_changed AFTER UPDATE ON incidents BEGIN
    DELETE FROM incidents_box WHERE seq = old.seq;
    INSERT INTO incidents_box SELECT new.seq, new.west, new.east, new.south, new.north WHERE new.west IS NOT NULL;
  END;
  CREATE TRIGGER incidents_removed AFTER DELETE ON incidents BEGIN DELETE FROM incidents_box WHERE seq = old.seq; END;

  CREATE TABLE corrections (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (article, n),
    UNIQUE (article, id)
  ) WITHOUT ROWID;
  CREATE TRIGGER corrections_stand BEFORE UPDATE ON corrections
    BEGIN SELECT raise(ABORT, 'the log of corrections is only ever added to'); END;
  CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections WHEN EXISTS (SELECT 1 FROM articles WHERE seq = old.article)
    BEGIN SELECT raise(ABORT, 'the log of corrections is only ever added to'); END;

  CREATE TABLE tags (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (article, tag)
  ) WITHOUT ROWID;
  CREATE INDEX tags_tag ON tags (tag, article);
  CREATE TABLE collections (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL);
  CREATE TABLE members (
    collection TEXT NOT NULL REFERENCES collections ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (collection, article)
  ) WITHOUT ROWID;
  CREATE INDEX members_article ON members (article);
  CREATE TABLE links (
    a TEXT NOT NULL, b TEXT NOT NULL,
    state TEXT NOT NULL, made_by TEXT, made_at TEXT NOT NULL,
    PRIMARY KEY (a, b)
  ) WITHOUT ROWID;
  CREATE INDEX links_b ON links (b);

  CREATE TABLE cells (
    level INTEGER NOT NULL, cell INTEGER NOT NULL,
    type TEXT NOT NULL, status TEXT NOT NULL, precision INTEGER NOT NULL, slot INTEGER NOT NULL,
    n INTEGER NOT NULL, sum_x INTEGER NOT NULL, sum_y INTEGER NOT NULL,
    PRIMARY KEY (level, cell, type, status, precision, slot)
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE feeds (id TEXT PRIMARY KEY, added_at TEXT NOT NULL, next_at TEXT NOT NULL, feed TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE reports (seq INTEGER PRIMARY KEY, hashes BLOB NOT NULL, shingles INTEGER NOT NULL);
  CREATE TABLE bands (
    band INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
    PRIMARY KEY (band, report)
  ) WITHOUT ROWID;
  CREATE INDEX bands_report ON bands (report);
  ALTER TABLE articles ADD COLUMN report INTEGER;
  UPDATE articles SET report = seq;
  CREATE INDEX articles_report ON articles (report, seq);
  `,
  `
  CREATE TABLE accounts (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, epoch TEXT NOT NULL, created_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
    label TEXT NOT NULL, role TEXT NOT NULL, created_at TEXT NOT NULL, expires_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX tokens_account ON tokens (account);
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE audit (seq INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL);
  CREATE TRIGGER audit_stands BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is only ever added to'); END;
  CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is only ever added to'); END;
  `,
  `
  CREATE TABLE webhooks (id TEXT PRIMARY KEY, added_at TEXT NOT NULL, webhook TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE deliveries (
    webhook TEXT NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    attempts INTEGER NOT NULL, due_at TEXT NOT NULL,
    PRIMARY KEY (webhook, article)
  ) WITHOUT ROWID;
  CREATE INDEX deliveries_due ON deliveries (due_at, article);
  CREATE INDEX deliveries_article ON deliveries (article);
  `,
  `
  DROP TABLE cells;
  CREATE TABLE cells (
    level INTEGER NOT NULL, cell INTEGER NOT NULL,
    type TEXT NOT NULL, status TEXT NOT NULL, country TEXT NOT NULL, precision INTEGER NOT NULL,
    slot INTEGER NOT NULL, n INTEGER NOT NULL, sum_x INTEGER NOT NULL, sum_y INTEGER NOT NULL,
    PRIMARY KEY (level, cell, type, status, country, precision, slot)
  ) WITHOUT ROWID;
  CREATE TABLE months (
    month INTEGER NOT NULL, country TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
    slot INTEGER NOT NULL, n INTEGER NOT NULL, killed INTEGER NOT NULL, injured INTEGER NOT NULL,
    PRIMARY KEY (month, country, type, status, slot)
  ) WITHOUT ROWID;
  ${COUNT_AGAIN}
  -- All that is summed up of incidents, so that their long texts need not be passed over.
  CREATE INDEX incidents_summed ON incidents
    (day, country, type, article, status, precision, first_day, last_day, month, cell, x, y, killed, injured);
  `,
];
