import { GeneratedArticles } from '../../scripts/jest/generated-articles';
import { Proxy } from '../../scripts/jest/proxy';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import { openPostgisStore, openSqliteStore } from './open-store';
import { connect } from './sqlite/connection';
import { openSqlite } from './sqlite/database';
import { sqlStore } from './sql/sql-store';

const stores = new TestStores();
const generated = new GeneratedArticles(5, 50);
jest.setTimeout(30_000);
afterEach(() => stores.clear());
afterAll(() => stores.end());

describe('SQLite', () => {
  it('with no room left says so, keeps what it has, and goes on when there is room again', async () => {
    const file = stores.file();
    const database = openSqlite(file);
    const store = sqlStore(database);
    await store.save([...generated.range(0, 5)]);
    // SQLite's own limit gives the very error that a full disk gives.
    await database.transaction((session) => session.all('PRAGMA max_page_count = 1'));
    const more = [...generated.range(0, 400)];
    await expect(store.save(more)).rejects.toMatchObject({ code: 'full', message: expect.stringContaining(file) as string });
    expect((await store.size()).articles).toBe(5);
    await database.transaction((session) => session.all('PRAGMA max_page_count = 1000000'));
    await store.save(more);
    expect((await store.size()).articles).toBe(400);
    await store.close();
    const checked = connect(file);
    expect(checked.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    checked.close();
  });

  it('waits for another process that writes, and its readers do not', async () => {
    const file = stores.file();
    const [one, two] = [openSqliteStore(file), openSqliteStore(file)];
    const saves = Array.from({ length: 10 }, (_, i) => (i % 2 ? one : two).save([...generated.range(i, i + 5)]));
    await two.list({});
    await Promise.all(saves);
    expect((await two.size()).articles).toBe(14);
    await Promise.all([one.close(), two.close()]);
  });

  it('says of a file that is no store that it is none, and of a folder that cannot be made where it is', () => {
    expect(() => openSqliteStore('/dev/null/store.db')).toThrow(/cannot be opened: \/dev\/null/);
  });

  it('refuses a store of a newer version', () => {
    const file = stores.file();
    const connection = connect(file);
    connection.exec('PRAGMA user_version = 999');
    connection.close();
    expect(() => openSqliteStore(file)).toThrow(/newer version: wanted at most \d+, got 999/);
  });

  it('the log of corrections cannot be changed even by hand', async () => {
    const file = stores.file();
    const store = openSqliteStore(file);
    const [saved] = await store.save([generated.at(1)]);
    const map = await store.shown(saved?.id ?? '');
    if (map) await store.appendCorrections(saved?.id ?? '', [{ id: 'c', at: 'x', by: null, change: {} }], map, 0);
    await store.close();
    const connection = connect(file);
    expect(() => connection.exec("UPDATE corrections SET entry = '{}'")).toThrow(/only ever added to/);
    expect(() => connection.exec('DELETE FROM corrections')).toThrow(/only ever added to/);
    connection.close();
  });
});

// Needs a server, which not everybody has; CI has one, and storeKinds says aloud that these are left out.
(storeKinds().includes('postgis') ? describe : describe.skip)('PostGIS', () => {
  it('a database that goes away and comes back: a clear error, nothing half, and on again by itself', async () => {
    const proxy = new Proxy(await stores.database());
    await proxy.up();
    const store = await openPostgisStore(proxy.url);
    await store.save([...generated.range(0, 5)]);

    const cut = store.save([...generated.range(5, 400)]);
    await proxy.down();
    await expect(cut).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.list({})).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/cannot be reached: postgres:\/\/127/) as string,
    });

    await proxy.up();
    expect((await store.size()).articles).toBe(5);
    await store.save([...generated.range(5, 40)]);
    expect((await store.size()).articles).toBe(40);
    await store.close();
    await proxy.down();
  });

  it('several servers that start at once on an empty database make its tables once', async () => {
    const url = await stores.database();
    const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgisStore(url)));
    await Promise.all(opened.map((store, i) => store.save([generated.at(i)])));
    expect((await opened[0]?.size())?.articles).toBe(4);
    await Promise.all(opened.map((store) => store.close()));
  });

  it('never shows the password', async () => {
    const url = 'postgres://someone:secret@127.0.0.1:1/none';
    await expect(openPostgisStore(url)).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') as string }),
    );
    await expect(openPostgisStore('not an address')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
