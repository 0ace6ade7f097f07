import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { openPostgis } from './postgis/database';
import { sqlStore } from './sql/sql-store';
import { openSqlite } from './sqlite/database';
import type { Store } from './store';

/**
 * Opens the store that the environment names: the PostgreSQL database at `DATABASE_URL`, else the SQLite file in the
 * folder `INCIDENT_MAP_DATA`, else in the user's own data folder.
 * @throws StoreError where it cannot be opened
 */
export async function openStore(environment: Readonly<Record<string, string | undefined>> = process.env): Promise<Store> {
  const url = environment.DATABASE_URL;
  return url ? openPostgisStore(url) : openSqliteStore(storeFile(environment));
}

/** The store that a user names, by a `postgres://` address or a SQLite file; that of the environment where none is named. */
export async function openStoreAt(where: string | undefined): Promise<Store> {
  if (where === undefined) return openStore();
  return /^postgres(ql)?:/.test(where) ? openPostgisStore(where) : openSqliteStore(where);
}

/** Whether there is a store where the environment says: a database counts as one. */
export function hasStore(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return Boolean(environment.DATABASE_URL) || existsSync(storeFile(environment));
}

/** The store in a SQLite file. */
export function openSqliteStore(file: string): Store {
  return sqlStore(openSqlite(file));
}

/** The store in a PostgreSQL database with PostGIS. */
export async function openPostgisStore(url: string): Promise<Store> {
  return sqlStore(await openPostgis(url));
}

function storeFile(environment: Readonly<Record<string, string | undefined>>): string {
  return path.join(dataFolder(environment), 'store.db');
}

/** Where data of the user lies, by the habits of each system. */
function dataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (environment.INCIDENT_MAP_DATA) return path.resolve(environment.INCIDENT_MAP_DATA);
  const base =
    process.platform === 'win32'
      ? (environment.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? path.join(homedir(), 'Library', 'Application Support')
        : (environment.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'));
  return path.join(base, 'incident-map');
}
