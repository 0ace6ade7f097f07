import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** Points of a kind of use that one who asks has in a window of so many seconds. */
interface Limit {
  readonly points: number;
  readonly seconds: number;
}

const MINUTE = 60;
/** Attempts to sign in that failed: of one account from anywhere, and from one address on any account. */
export const SIGN_IN_LIMITS = { account: { points: 10, seconds: 15 * MINUTE }, address: { points: 30, seconds: 15 * MINUTE } } as const;

/** Takes points from one who asks. Gives null where there were enough, else the seconds until there are some again. */
export async function takePoints(kind: string, key: string, limit: Limit, points = 1): Promise<number | null> {
  try {
    await limiterOf(kind, limit).consume(key, points);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw error;
  }
}

/** Seconds until one who asks has points again, without taking any; null where there are some. */
export async function lacksPoints(kind: string, key: string, limit: Limit): Promise<number | null> {
  const state = await limiterOf(kind, limit).get(key);
  return state !== null && state.remainingPoints <= 0 ? Math.max(1, Math.ceil(state.msBeforeNext / 1_000)) : null;
}

/** Gives all points back. */
export async function givePoints(kind: string, key: string, limit: Limit): Promise<void> {
  await limiterOf(kind, limit).delete(key);
}

/** How long the database is waited for, for each question: then points are counted in memory. */
const WAIT_MS = 2_000;

/** One for the process, however many bundles hold a copy of this module. */
const shared = globalThis as { incidentMapLimiters?: Map<string, RateLimiterAbstract>; incidentMapLimiterPool?: Pool };

/** Counted in the database where there is one, for all servers on it; in memory where there is none, or while it is away. */
function limiterOf(kind: string, { points, seconds }: Limit): RateLimiterAbstract {
  const limiters = (shared.incidentMapLimiters ??= new Map<string, RateLimiterAbstract>());
  const key = `${kind} ${points} ${seconds}`;
  const known = limiters.get(key);
  if (known) return known;
  const options = { keyPrefix: kind, points, duration: seconds };
  const memory = new RateLimiterMemory(options);
  const url = process.env.DATABASE_URL;
  // The store has made the table: one that the limiter makes waits for the disk at each request.
  const table = { storeType: 'pool', tableName: 'rate_limits', tableCreated: true };
  const made = url ? new RateLimiterPostgres({ ...options, ...table, storeClient: poolOf(url), insuranceLimiter: memory }) : memory;
  limiters.set(key, made);
  return made;
}

function poolOf(url: string): Pool {
  const known = shared.incidentMapLimiterPool;
  if (known) return known;
  const pool = new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: WAIT_MS, query_timeout: WAIT_MS });
  // A connection that breaks while nobody uses it is thrown away by the pool; without a listener it would end the program.
  pool.on('error', () => undefined);
  return (shared.incidentMapLimiterPool = pool);
}
