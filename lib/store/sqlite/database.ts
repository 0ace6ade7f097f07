import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../errors';
import type { Database } from '../sql/session';
import { connect, type SqliteSession } from './connection';
import { dialect } from './dialect';
import { MIGRATIONS } from './migrations';

/** How long a writer waits for another one, and how often it looks. */
const BUSY_MS = 30_000;
const LOOK_MS = 15;

/**
 * Opens the store in a file, makes it where there is none, and brings it up to date. Only its owner may read it: its
 * articles may be nobody else's business. One connection writes, one transaction after the other; another one reads.
 * @throws StoreError where it cannot be opened, or is of a newer version
 */
export function openSqlite(file: string): Database {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600, flag: 'a' });
  } catch (error) {
    throw new StoreError('unavailable', `the store cannot be opened: ${file}: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  const writer = connect(file);
  migrate(writer, file);
  // Only now is it known to be a store, and not a file that was named by mistake.
  chmodSync(file, 0o600);
  // From here on it waits without blocking (`begin`): the other writer may be in this very process.
  writer.rows('PRAGMA busy_timeout = 0');
  const reader = connect(file);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    kind: 'sqlite',
    location: file,
    dialect,
    all: (sql, params) => reader.all(sql, params),
    insert: () => Promise.reject(new Error('rows are inserted in a transaction')),
    transaction: (work) => {
      const turn = queue.then(() => inTransaction(writer, () => work(writer)));
      queue = turn.catch(() => undefined);
      return turn;
    },
    frozen: () => freeze(file),
    close: async () => {
      await queue;
      reader.close();
      try {
        writer.exec('PRAGMA analysis_limit = 400; PRAGMA optimize');
      } catch {
        // Another one writes: statistics are made the next time.
      }
      writer.close();
    },
  };
}

async function inTransaction<T>(writer: SqliteSession, work: () => Promise<T>): Promise<T> {
  await begin(writer);
  try {
    const result = await work();
    writer.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(writer);
    throw error;
  }
}

/** Begins a transaction as soon as no other writer is in one. */
async function begin(writer: SqliteSession): Promise<void> {
  for (const until = Date.now() + BUSY_MS; ;) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'busy' || Date.now() > until) throw error;
      await wait(LOOK_MS * (1 + Math.random()));
    }
  }
}

/** SQLite rolls back by itself when the disk is full; a second time is refused, and what counts is the first error. */
function rollBack(writer: SqliteSession): void {
  try {
    writer.exec('ROLLBACK');
  } catch {
    // Nothing is left to roll back.
  }
}

async function freeze(file: string): ReturnType<Database['frozen']> {
  const session = connect(file);
  session.exec('BEGIN');
  // The moment is that of the first read.
  session.rows('SELECT count(*) FROM collections');
  return {
    session,

    done: async () => {
      rollBack(session);
      session.close();
    },
  };
}

function migrate(writer: SqliteSession, file: string): void {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const version = writer.rows<{ user_version: number }>('PRAGMA user_version')[0]?.user_version ?? 0;
    if (version > MIGRATIONS.length)
      throw new StoreError('unavailable', `${file} was written by a newer version: wanted at most ${MIGRATIONS.length}, got ${version}`);
    for (const sql of MIGRATIONS.slice(version)) writer.exec(sql);
    writer.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    writer.exec('COMMIT');
  } catch (error) {
    rollBack(writer);
    writer.close();
    throw error;
  }
}
