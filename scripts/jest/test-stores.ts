import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openPostgisStore, openSqliteStore } from '../../lib/store/open-store';
import type { Store } from '../../lib/store/store';

/** A PostgreSQL server on which tests may make databases, as `.ci/postgres` prints it; null where there is none. */
export const TEST_DATABASE = process.env.INCIDENT_MAP_TEST_DATABASE ?? null;

/** Stores that both halves of the contract are run against. Where there is no server, half of it is missing: loudly, and never in CI. */
export function storeKinds(): ('sqlite' | 'postgis')[] {
  if (TEST_DATABASE) return ['sqlite', 'postgis'];
  if (process.env.CI)
    throw new Error('wanted INCIDENT_MAP_TEST_DATABASE, as .ci/postgres prints it: the PostGIS half of the contract cannot be run');
  process.stderr.write(
    '\nNOT RUN: the PostGIS half of the store’s tests. INCIDENT_MAP_TEST_DATABASE=$(.ci/postgres) npm test runs it.\n\n',
  );
  return ['sqlite'];
}

/** What is in the other tables goes with these. */
const TABLES = [
  'articles',
  'collections',
  'links',
  'shapes',
  'cells',
  'months',
  'feeds',
  'reports',
  'accounts',
  'secrets',
  'webhooks',
  'rate_limits',
];

/** Makes empty stores, and removes them. */
export class TestStores {
  private readonly undo: (() => Promise<void> | void)[] = [];
  /** Databases that may be used again: making one takes half a second. */
  private readonly free: string[] = [];
  private readonly made: string[] = [];

  async open(kind: 'sqlite' | 'postgis'): Promise<Store> {
    const store = kind === 'sqlite' ? openSqliteStore(this.file()) : await openPostgisStore(await this.database());
    this.undo.push(() => store.close());
    return store;
  }

  /** Where a SQLite store may be made. */
  file(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'incident-map-store-'));
    this.undo.push(() => rmSync(folder, { recursive: true, force: true }));
    return path.join(folder, 'store.db');
  }

  /** The address of a database with an empty store, or without one yet. */
  async database(): Promise<string> {
    const url = this.free.pop() ?? (await this.make());
    this.undo.push(async () => {
      // The audit log refuses every DELETE.
      await administer(
        [...TABLES.map((table) => `DELETE FROM ${table}`), 'TRUNCATE audit', 'DROP SCHEMA IF EXISTS jobs CASCADE'].join('; '),
        url,
      );
      this.free.push(url);
    });
    return url;
  }

  private async make(): Promise<string> {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await administer(`CREATE DATABASE ${name}`);
    this.made.push(name);
    const url = new URL(TEST_DATABASE ?? '');
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Closes and removes all, the last one first. */
  async clear(): Promise<void> {
    for (const step of this.undo.splice(0).reverse()) await step();
  }

  /** Drops the databases: call it when all tests of a file are over. */
  async end(): Promise<void> {
    await this.clear();
    this.free.length = 0;
    for (const name of this.made.splice(0)) await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** Runs the tests on each kind of store: `store` gives the one, empty, of the test that is running, `stores` makes more. */
export function describeStores(tests: (store: () => Store, stores: TestStores) => void): void {
  const stores = new TestStores();
  jest.setTimeout(30_000);
  afterAll(() => stores.end());
  describe.each(storeKinds())('the %s store', (kind) => {
    let store: Store;
    beforeEach(async () => {
      store = await stores.open(kind);
    });
    afterEach(() => stores.clear());
    tests(() => store, stores);
  });
}

/** Runs a statement in a database, or on the test server itself. */
export async function administer(sql: string, url = TEST_DATABASE): Promise<void> {
  if (url === null) throw new Error('there is no test database');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
