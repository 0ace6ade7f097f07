import { setTimeout as wait } from 'node:timers/promises';
import { Pool, types as pgTypes, DatabaseError, type PoolClient, type QueryConfig } from 'pg';
import { StoreError } from '../errors';
import type { Database, Param, Session } from '../sql/session';
import { shownAddress } from './address';
import { dialect } from './dialect';
import { MIGRATIONS } from './migrations';
import { toStoreError } from './store-error';

const CONNECTIONS = Number(process.env.INCIDENT_MAP_DB_CONNECTIONS ?? 10);
const CONNECT_MS = 5_000;
const STATEMENT_MS = 60_000;
/** Over millions of rows; the database itself does not stop it. */
const MIGRATION_MS = 24 * 60 * 60 * 1_000;
/** The protocol counts parameters in 16 bits. */
const MAX_PARAMS = 60_000;
const ATTEMPTS = 5;
/** Any number will do, as long as all servers take the same: "incidents" on a telephone's keys. */
const MIGRATION_LOCK = 462433687;

/**
 * Opens the store in a PostgreSQL database with PostGIS, and brings it up to date, one server at a time. Connections that
 * are lost are made anew at the next question.
 * @param url `postgres://user:password@host:port/database`
 * @throws StoreError where it cannot be reached, or is of a newer version
 */
export async function openPostgis(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // For a server that went silent: the one before is kept by the server itself.
    query_timeout: STATEMENT_MS + CONNECT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'incident-map',
    types: { getTypeParser: numbersAsNumbers },
  });
  const location = shownAddress(url);
  // A connection that breaks while nobody uses it is thrown away by the pool; without a listener it would end the program.
  pool.on('error', () => undefined);
  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    let client: PoolClient | null = null;
    try {
      client = await pool.connect();
      client.on('error', ignore);
      const result = await work(client);
      client.off('error', ignore);
      client.release();
      return result;
    } catch (error) {
      const told = toStoreError(location, error);
      client?.off('error', ignore);
      // A connection that is in doubt is not used again.
      client?.release(told instanceof StoreError && told.code === 'unavailable');
      throw told;
    }
  };
  const database: Database = {
    kind: 'postgis',
    location,
    dialect,
    all: (sql, params) => withClient((client) => sessionOf(client).all(sql, params)),
    insert: () => Promise.reject(new Error('rows are inserted in a transaction')),
    transaction: (work) => retried(() => withClient((client) => inTransaction(client, 'BEGIN', () => work(sessionOf(client))))),
    frozen: async () => {
      const client = await pool.connect().catch((error: unknown) => Promise.reject(toStoreError(location, error)));
      client.on('error', ignore);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const done = async () => {
        await client.query('ROLLBACK').catch(ignore);
        client.off('error', ignore);
        client.release();
      };
      return { session: sessionOf(client), done };
    },
    close: () => pool.end(),
  };
  try {
    await withClient((client) => migrate(client));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return database;
}

function ignore(): void {
  // Told by the query that was under way, or by the next one.
}

/** A transaction that others made impossible is run again, from the start. */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const isLost = error instanceof DatabaseError && (error.code === '40P01' || error.code === '40001');
      if (!isLost || attempt === ATTEMPTS) throw error;
      await wait(20 * 2 ** attempt * Math.random());
    }
  }
}

async function inTransaction<T>(client: PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(ignore);
    throw error;
  }
}

function sessionOf(client: PoolClient): Session {
  const all = async <Row>(sql: string, params: readonly Param[] = []): Promise<Row[]> => {
    let n = 0;
    const { rows } = await client.query({ text: sql.replaceAll('?', () => `$${++n}`), values: params.map(toBuffer) });
    return rows as Row[];
  };
  return {
    all,
    insert: async <Row>(into: string, columns: readonly string[], rows: readonly (readonly Param[])[], suffix = '') => {
      const some = Math.floor(MAX_PARAMS / columns.length);
      const one = `(${columns.map(() => '?').join(', ')})`;
      const returned: Row[] = [];
      for (let i = 0; i < rows.length; i += some) {
        const chunk = rows.slice(i, i + some);
        const values = chunk.map(() => one).join(', ');
        returned.push(...(await all<Row>(`INSERT INTO ${into} (${columns.join(', ')}) VALUES ${values} ${suffix}`, chunk.flat())));
      }
      return returned;
    },
  };
}

function toBuffer(param: Param): Param {
  return param instanceof Uint8Array ? Buffer.from(param.buffer, param.byteOffset, param.byteLength) : param;
}

/** Counts and sums come as strings, since they may pass 2^53; ours do not. */
function numbersAsNumbers(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const isNumber = oid === pgTypes.builtins.INT8 || oid === pgTypes.builtins.NUMERIC;
  return isNumber ? Number : (pgTypes.getTypeParser(oid, format as 'text') as (value: string) => unknown);
}

async function migrate(client: PoolClient): Promise<void> {
  await inTransaction(client, 'BEGIN', async () => {
    const long = (text: string) => client.query({ text, query_timeout: MIGRATION_MS } as QueryConfig);
    await client.query('SET LOCAL statement_timeout = 0');
    await long(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
    const version = rows[0]?.version ?? 0;
    if (version > MIGRATIONS.length)
      throw new StoreError(
        'unavailable',
        `the database was written by a newer version: wanted at most ${MIGRATIONS.length}, got ${version}`,
      );
    for (const sql of MIGRATIONS.slice(version)) await long(sql);
    await client.query('DELETE FROM schema_version');
    await client.query(`INSERT INTO schema_version VALUES (${MIGRATIONS.length})`);
  });
}
