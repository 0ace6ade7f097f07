import Connection from 'libsql';
import { StoreError } from '../errors';
import type { Param, Session } from '../sql/session';

/** How long a connection waits, blocking, for another one that mends the file after a crash or makes its tables. */
const BUSY_MS = 5_000;
/** Statements that are kept prepared. */
const MAX_STATEMENTS = 300;

/** A connection to the file. Its calls block, and finish before they return. */
export interface SqliteSession extends Session {
  exec(sql: string): void;
  rows<Row>(sql: string, params?: readonly Param[]): Row[];
  close(): void;
}

/** Opens a connection with what every one needs. Throws StoreError. */
export function connect(file: string): SqliteSession {
  const connection = guard(file, () => new Connection(file, { timeout: BUSY_MS }));
  const statements = new Map<string, Connection.Statement>();
  const prepare = (sql: string): Connection.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const rows = <Row>(sql: string, params: readonly Param[] = []): Row[] =>
    guard(file, () => {
      const statement = prepare(sql);
      if (statement.reader) return withBytes(statement.all([...params]) as Row[]);
      statement.run([...params]);
      return [];
    });
  const session: SqliteSession = {
    rows,

    all: async (sql, params) => rows(sql, params),
    insert: async <Row>(into: string, columns: readonly string[], values: readonly (readonly Param[])[], suffix = '') => {
      const sql = `INSERT INTO ${into} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${suffix}`;
      return values.flatMap((row) => rows<Row>(sql, row));
    },
    exec: (sql) => guard(file, () => connection.exec(sql)),
    close: () => {
      statements.clear();
      connection.close();
    },
  };
  // In the log every commit is on the disk before it is acknowledged, and readers never wait for the writer.
  session.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536');
  return session;
}

/** libsql gives bytes as an ArrayBuffer where it gives many rows. */
function withBytes<Row>(rows: Row[]): Row[] {
  const names = Object.keys(rows[0] ?? {});
  for (const row of rows as Record<string, unknown>[])
    for (const name of names) {
      const value = row[name];
      if (value instanceof ArrayBuffer) row[name] = Buffer.from(value);
    }
  return rows;
}

function guard<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(file, error);
  }
}

/** What SQLite says, in a sentence for whoever runs it. */
function toStoreError(file: string, error: unknown): Error {
  if (!(error instanceof Connection.SqliteError)) {
    const message = error instanceof Error ? error.message : String(error);
    return /unable to open/i.test(message)
      ? new StoreError('unavailable', `the store cannot be opened: ${file}: ${message}`, { cause: error })
      : error instanceof Error
        ? error
        : new Error(message);
  }
  const { code, message } = error;
  if (code.startsWith('SQLITE_FULL')) return new StoreError('full', `no room on the disk of the store: ${file}`, { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreError('busy', `the store is held by another writer: ${file}`, { cause: error });
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|AUTH)/.test(code))
    return new StoreError('unavailable', `the store cannot be read or written: ${file}: ${message}`, { cause: error });
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new StoreError('corrupt', `this is no store, or a damaged one: ${file}: ${message}`, { cause: error });
  return error;
}
