import { COUNT_AGAIN } from '../sql/count-again';

/** Each runs once, in order, whole or not at all; the table `schema_version` counts them. Never changed once released: only added to. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE EXTENSION IF NOT EXISTS postgis;
  -- Sorted and compared by code point, as the other store does.
  CREATE TABLE articles (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    title text, source text, url text, language text,
    day integer NOT NULL,
    published_at text,
    saved_at text NOT NULL,
    log_length integer NOT NULL DEFAULT 0
  );
  CREATE INDEX articles_day ON articles (day);
  CREATE TABLE bodies (
    article bigint PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    body bytea NOT NULL
  );
  ALTER TABLE bodies ALTER body SET STORAGE EXTERNAL;
  CREATE TABLE copies (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    copy_key text NOT NULL,
    source text,
    copy text NOT NULL,
    bytes bytea,
    UNIQUE (article, copy_key)
  );
  CREATE INDEX copies_source ON copies (source, article);
  -- Words come folded and split: PostgreSQL's own parser would split numbers and addresses otherwise than the other store.
  CREATE TABLE words (
    rowid bigint PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    joined text,
    tokens tsvector NOT NULL
  );
  CREATE FUNCTION split_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      new.tokens := array_to_tsvector(array_remove(string_to_array(new.joined, ' '), ''));
      new.joined := NULL;
      RETURN new;
    END $$;
  CREATE TRIGGER words_split BEFORE INSERT ON words FOR EACH ROW EXECUTE FUNCTION split_words();
  CREATE INDEX words_tokens ON words USING gin (tokens);

  CREATE TABLE shapes (id text COLLATE "C" PRIMARY KEY, geometry text NOT NULL);
  CREATE TABLE results (
    article bigint PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    engine text NOT NULL, gazetteer text NOT NULL, made_at text NOT NULL,
    map bytea NOT NULL,
    shown bytea
  );
  ALTER TABLE results ALTER map SET STORAGE EXTERNAL, ALTER shown SET STORAGE EXTERNAL;

  CREATE TABLE places (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    ord integer NOT NULL,
    place_id text COLLATE "C" NOT NULL, kind text NOT NULL, country text COLLATE "C",
    west double precision NOT NULL, south double precision NOT NULL, east double precision NOT NULL, north double precision NOT NULL,
    box geometry GENERATED ALWAYS AS (ST_MakeEnvelope(west, south, east, north)) STORED,
    feature text NOT NULL,
    UNIQUE (article, ord)
  );
  CREATE INDEX places_place ON places (place_id, article);
  CREATE INDEX places_country ON places (country, article);
  CREATE INDEX places_box ON places USING gist (box);
  CREATE TABLE mentions (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    place_ord integer NOT NULL, ord integer NOT NULL,
    mention_start integer NOT NULL, mention_end integer NOT NULL,
    quote_start integer NOT NULL, quote_end integer NOT NULL,
    mention text NOT NULL,
    UNIQUE (article, place_ord, ord)
  );
  CREATE TABLE incidents (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    ord integer NOT NULL,
    type text COLLATE "C" NOT NULL, status text COLLATE "C" NOT NULL, country text COLLATE "C", place_id text COLLATE "C", precision integer,
    first_day integer, last_day integer, day integer NOT NULL, month integer,
    cell bigint, x integer, y integer,
    west double precision, south double precision, east double precision, north double precision,
    box geometry GENERATED ALWAYS AS (ST_MakeEnvelope(west, south, east, north)) STORED,
    killed bigint, injured bigint,
    incident text NOT NULL
  );
  CREATE INDEX incidents_article ON incidents (article, type);
  CREATE INDEX incidents_day ON incidents (day, seq);
  CREATE INDEX incidents_length ON incidents ((last_day - first_day));
  CREATE INDEX incidents_cell ON incidents (cell) WHERE cell IS NOT NULL;
  CREATE INDEX incidents_place ON incidents (place_id);
  CREATE INDEX incidents_country ON incidents (country, day, seq);
  CREATE INDEX incidents_box ON incidents USING gist (box);

  CREATE TABLE corrections (
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    n integer NOT NULL,
    id text NOT NULL,
    entry text NOT NULL,
    PRIMARY KEY (article, n),
    UNIQUE (article, id)
  );
  CREATE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF tg_op = 'DELETE' AND NOT EXISTS (SELECT 1 FROM articles WHERE seq = old.article) THEN RETURN old; END IF;
      RAISE EXCEPTION 'the log of corrections is only ever added to';
    END $$;
  CREATE TRIGGER corrections_stand BEFORE UPDATE OR DELETE ON corrections FOR EACH ROW EXECUTE FUNCTION keep_log();

  CREATE TABLE tags (
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    tag text COLLATE "C" NOT NULL,
    PRIMARY KEY (article, tag)
  );
  CREATE INDEX tags_tag ON tags (tag, article);
  CREATE TABLE collections (id text COLLATE "C" PRIMARY KEY, name text NOT NULL, created_at text COLLATE "C" NOT NULL);
  CREATE TABLE members (
    collection text COLLATE "C" NOT NULL REFERENCES collections ON DELETE CASCADE,
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (collection, article)
  );
  CREATE INDEX members_article ON members (article);
  CREATE TABLE links (
    a text COLLATE "C" NOT NULL, b text COLLATE "C" NOT NULL,
    state text NOT NULL, made_by text, made_at text NOT NULL,
    PRIMARY KEY (a, b)
  );
  CREATE INDEX links_b ON links (b);

  CREATE TABLE cells (
    level integer NOT NULL, cell bigint NOT NULL,
    type text COLLATE "C" NOT NULL, status text COLLATE "C" NOT NULL, precision integer NOT NULL, slot integer NOT NULL,
    n bigint NOT NULL, sum_x bigint NOT NULL, sum_y bigint NOT NULL,
    PRIMARY KEY (level, cell, type, status, precision, slot)
  );
  `,
  `
  CREATE TABLE feeds (id text COLLATE "C" PRIMARY KEY, added_at text COLLATE "C" NOT NULL, next_at text COLLATE "C" NOT NULL, feed text NOT NULL);
  CREATE TABLE reports (seq bigint PRIMARY KEY, hashes bytea NOT NULL, shingles integer NOT NULL);
  CREATE TABLE bands (
    band bigint NOT NULL,
    report bigint NOT NULL REFERENCES reports ON DELETE CASCADE,
    PRIMARY KEY (band, report)
  );
  CREATE INDEX bands_report ON bands (report);
  ALTER TABLE articles ADD COLUMN report bigint;
  UPDATE articles SET report = seq;
  CREATE INDEX articles_report ON articles (report, seq);
  `,
  `
  CREATE TABLE accounts (
    name text COLLATE "C" PRIMARY KEY, role text NOT NULL, password text NOT NULL, epoch text NOT NULL, created_at text NOT NULL
  );
  CREATE TABLE tokens (
    hash text COLLATE "C" PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE,
    account text COLLATE "C" NOT NULL REFERENCES accounts ON DELETE CASCADE,
    label text NOT NULL, role text NOT NULL, created_at text COLLATE "C" NOT NULL, expires_at text NOT NULL
  );
  CREATE INDEX tokens_account ON tokens (account);
  CREATE TABLE secrets (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);
  CREATE TABLE audit (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry text NOT NULL);
  CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit log is only ever added to'; END $$;
  CREATE TRIGGER audit_stands BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit();
  `,
  `
  CREATE TABLE webhooks (id text COLLATE "C" PRIMARY KEY, added_at text COLLATE "C" NOT NULL, webhook text NOT NULL);
  CREATE TABLE deliveries (
    webhook text COLLATE "C" NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    article bigint NOT NULL REFERENCES articles ON DELETE CASCADE,
    attempts integer NOT NULL, due_at text COLLATE "C" NOT NULL,
    PRIMARY KEY (webhook, article)
  );
  CREATE INDEX deliveries_due ON deliveries (due_at, article);
  CREATE INDEX deliveries_article ON deliveries (article);
  `,
  `
  DROP TABLE cells;
  CREATE TABLE cells (
    level integer NOT NULL, cell bigint NOT NULL,
    type text COLLATE "C" NOT NULL, status text COLLATE "C" NOT NULL, country text COLLATE "C" NOT NULL, precision integer NOT NULL,
    slot integer NOT NULL, n bigint NOT NULL, sum_x bigint NOT NULL, sum_y bigint NOT NULL,
    PRIMARY KEY (level, cell, type, status, country, precision, slot)
  );
  CREATE TABLE months (
    month integer NOT NULL, country text COLLATE "C" NOT NULL, type text COLLATE "C" NOT NULL, status text COLLATE "C" NOT NULL,
    slot integer NOT NULL, n bigint NOT NULL, killed bigint NOT NULL, injured bigint NOT NULL,
    PRIMARY KEY (month, country, type, status, slot)
  );
  ${COUNT_AGAIN}
  -- All that is summed up of incidents, so that their long texts need not be passed over.
  CREATE INDEX incidents_summed ON incidents (day, country, type)
    INCLUDE (article, status, precision, first_day, last_day, month, cell, x, y, killed, injured);
  -- With the row's number, by which it is joined and sorted, so that the row itself need not be read.
  DROP INDEX articles_day;
  CREATE INDEX articles_day ON articles (day, seq);
  `,
  `
  -- Who asked how often: written at each request, and nothing is lost with it. The columns are the limiter's.
  DROP TABLE IF EXISTS rate_limits;
  CREATE UNLOGGED TABLE rate_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
  `,
];
