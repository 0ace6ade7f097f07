import { administer, storeKinds, TestStores } from '../../scripts/jest/test-stores';
import { dumpOfTiles, generated } from '../../scripts/jest/contract';
import { openPostgisStore, openSqliteStore } from './open-store';
import type { Store } from './store';
import { connect } from './sqlite/connection';

const stores = new TestStores();
jest.setTimeout(30_000);
afterEach(() => stores.clear());
afterAll(() => stores.end());

/** Takes back what the fifth migration did. What was in the table of counts is lost, as what it was is not what it is now. */
const BACK_TO_4 = 'DROP TABLE months; DROP TABLE cells; CREATE TABLE cells (level integer); DROP INDEX incidents_summed';

describe.each(storeKinds())('a %s store of an earlier version', (kind) => {
  it('is counted again when it is opened', async () => {
    const place = kind === 'sqlite' ? stores.file() : await stores.database();
    const open = (): Promise<Store> => (kind === 'sqlite' ? Promise.resolve(openSqliteStore(place)) : openPostgisStore(place));
    const first = await open();
    await first.save([...generated.range(0, 80, 20)]);
    const [tiles, counts] = [await dumpOfTiles(first), await first.counts('month', {})];
    expect(counts.length).toBeGreaterThan(50);
    await first.close();
    if (kind === 'sqlite') {
      const connection = connect(place);
      connection.exec(`${BACK_TO_4}; PRAGMA user_version = 4`);
      connection.close();
    } else await administer(`${BACK_TO_4}; UPDATE schema_version SET version = 4`, place);
    const again = await open();
    expect(await dumpOfTiles(again)).toEqual(tiles);
    expect(await again.counts('month', {})).toEqual(counts);
    // What is taken away afterwards is taken from what was counted again.
    for (const { id } of (await again.list({}, { limit: 100 })).items) await again.remove(id);
    expect(await again.counts('month', {})).toEqual([]);
    await again.close();
  });
});
