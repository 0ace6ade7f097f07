import type { Pool } from 'pg';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import { openPostgisStore } from '../store/open-store';
import { givePoints, lacksPoints, takePoints } from './limits';

const LIMIT = { points: 5, seconds: 60 };
const shared = globalThis as { incidentMapLimiters?: unknown; incidentMapLimiterPool?: Pool };
const stores = new TestStores();
const before = process.env.DATABASE_URL;
jest.setTimeout(30_000);
/** Keys are not shared between tests. */
let key = '';
let keys = 0;

/** What one server takes over from another is in the database: a server that starts has no limiters yet. */
async function startAnew(): Promise<void> {
  await shared.incidentMapLimiterPool?.end();
  delete shared.incidentMapLimiterPool;
  delete shared.incidentMapLimiters;
}

beforeEach(() => {
  key = `somebody ${keys++}`;
});
afterEach(startAnew);
afterAll(async () => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  await stores.end();
});

describe.each(storeKinds())('points beside the %s store', (kind) => {
  beforeAll(async () => {
    if (kind === 'sqlite') delete process.env.DATABASE_URL;
    else {
      process.env.DATABASE_URL = await stores.database();
      await (await openPostgisStore(process.env.DATABASE_URL)).close();
    }
  });

  it('are taken until there are none, and say when there are some again', async () => {
    expect(await lacksPoints('use', key, LIMIT)).toBeNull();
    expect(await takePoints('use', key, LIMIT, 3)).toBeNull();
    expect(await takePoints('use', key, LIMIT, 2)).toBeNull();
    expect(await lacksPoints('use', key, LIMIT)).toBeGreaterThan(50);
    const wait = await takePoints('use', key, LIMIT);
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    // Another who asks, and another kind of use, have their own.
    expect(await takePoints('use', `${key} else`, LIMIT)).toBeNull();
    expect(await takePoints('sign-in', key, LIMIT)).toBeNull();
  });

  it('are there again when the time is over, or when they are given back', async () => {
    const short = { points: 1, seconds: 1 };
    expect(await takePoints('use', key, short)).toBeNull();
    expect(await takePoints('use', key, short)).toBe(1);
    for (const until = Date.now() + 10_000; (await lacksPoints('use', key, short)) !== null;) {
      if (Date.now() > until) throw new Error('the points did not come back');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await takePoints('use', key, short)).toBeNull();
    await takePoints('use', key, LIMIT, 9);
    await givePoints('use', key, LIMIT);
    expect(await takePoints('use', key, LIMIT)).toBeNull();
  });

  it('are never more than there are, however many ask at once', async () => {
    const taken = await Promise.all(Array.from({ length: 40 }, () => takePoints('use', key, LIMIT)));
    expect(taken.filter((wait) => wait === null)).toHaveLength(5);
  });

  if (kind === 'postgis')
    it('are counted for all servers on the database together', async () => {
      expect(await takePoints('use', key, LIMIT, 5)).toBeNull();
      await startAnew();
      expect(await lacksPoints('use', key, LIMIT)).toBeGreaterThan(50);
      expect(await takePoints('use', key, LIMIT)).toBeGreaterThan(50);
      await startAnew();
      await givePoints('use', key, LIMIT);
      await startAnew();
      expect(await takePoints('use', key, LIMIT)).toBeNull();
    });
});

it('points are counted in memory while the database is away', async () => {
  // Nobody listens at this port of the machine itself.
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/none';
  expect(await takePoints('use', key, LIMIT, 5)).toBeNull();
  expect(await takePoints('use', key, LIMIT)).toBeGreaterThan(50);
});
