import { StoreError } from '../errors';

/** A database's address without its password. @throws StoreError where it is none */
export function shownAddress(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
  } catch {
    throw new StoreError('unavailable', 'wanted the database as postgres://user:password@host:port/database, got another form');
  }
}
