import { Pool } from 'pg';
import {
  type IRateLimiterOptions,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

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
    await (await limiterOf(kind, limit)).consume(key, points);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw error;
  }
}

/** Seconds until one who asks has points again, without taking any; null where there are some. */
export async function lacksPoints(kind: string, key: string, limit: Limit): Promise<number | null> {
  const state = await (await limiterOf(kind, limit)).get(key);
  return state !== null && state.remainingPoints <= 0 ? Math.max(1, Math.ceil(state.msBeforeNext / 1_000)) : null;
}

/** Gives all points back. */
export async function givePoints(kind: string, key: string, limit: Limit): Promise<void> {
  await (await limiterOf(kind, limit)).delete(key);
}

/** One for the process, however many bundles hold a copy of this module. */
const shared = globalThis as { incidentMapLimiters?: Map<string, Promise<RateLimiterAbstract>>; incidentMapLimiterPool?: Pool };

/** Counted in the database where there is one, for all servers on it; in memory where there is none, or while it is away. */
function limiterOf(kind: string, { points, seconds }: Limit): Promise<RateLimiterAbstract> {
  const limiters = (shared.incidentMapLimiters ??= new Map<string, Promise<RateLimiterAbstract>>());
  const key = `${kind} ${points} ${seconds}`;
  const known = limiters.get(key);
  if (known) return known;
  const options = { keyPrefix: kind, points, duration: seconds };
  const memory = new RateLimiterMemory(options);
  const url = process.env.DATABASE_URL;
  const made = url ? inDatabase(url, memory, options) : Promise.resolve(memory);
  limiters.set(key, made);
  return made;
}

/** The limiter once its table is made, which it does by itself; the one in memory where it cannot be. */
function inDatabase(
  url: string,
  memory: RateLimiterMemory,
  options: IRateLimiterOptions & { readonly points: number; readonly duration: number },
): Promise<RateLimiterAbstract> {
  const pool = (shared.incidentMapLimiterPool ??= new Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 2_000 }));
  if (pool.listenerCount('error') === 0) pool.on('error', () => undefined);
  return new Promise((resolve) => {
    const limiter = new RateLimiterPostgres(
      { ...options, storeClient: pool, storeType: 'pool', tableName: 'rate_limits', insuranceLimiter: memory },
      (error) => resolve(error ? memory : limiter),
    );
  });
}
