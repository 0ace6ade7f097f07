import { types } from 'node:util';
import { DatabaseError } from 'pg';
import { StoreError } from '../errors';

/** What PostgreSQL or the network says, in a sentence for whoever runs it. What is a fault of ours stays as it is. */
export function toStoreError(location: string, error: unknown): Error {
  if (error instanceof StoreError) return error;
  if (!types.isNativeError(error)) return new Error(String(error));
  const cause = { cause: error };
  if (!(error instanceof DatabaseError))
    return isNetwork(error)
      ? new StoreError('unavailable', `the database cannot be reached: ${location}: ${messageOf(error)}`, cause)
      : error;
  const { code = '', message } = error;
  if (code === '53100') return new StoreError('full', `no room on the disk of the database: ${location}`, cause);
  if (code === '57014') return new StoreError('busy', `the database took too long: ${location}`, cause);
  if (code === '53300') return new StoreError('busy', `the database has no connection left: ${location}`, cause);
  // Shut down, starting, broken off; access refused; no such database; no PostGIS, or no right to take it into use.
  if (/^(57P|08|28|3D|58P01|42501|0A000)/.test(code))
    return new StoreError('unavailable', `the database does not let us in: ${location}: ${message}`, cause);
  return error;
}

function isNetwork(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET)/.test(code) ||
    /connection|terminated|timeout|not queryable|closed/i.test(messageOf(error))
  );
}

/** A host with several addresses fails with an error that has no message of its own. */
function messageOf(error: Error): string {
  if (error.message !== '') return error.message;
  return error instanceof AggregateError ? (error.errors as Error[]).map(({ message }) => message).join('; ') : error.name;
}
