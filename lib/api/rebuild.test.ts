import { SAMPLE, sampleMap } from '../../scripts/jest/sample-map';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import { applyCorrections } from '../review/apply-corrections';
import type { Correction } from '../review/corrections';
import { sharedEngine } from './geoparse-request';
import { rebuild, resultVersion } from './rebuild';

const stores = new TestStores();
jest.setTimeout(30_000);
afterAll(() => stores.end());

describe.each(storeKinds())('results in the %s store', (kind) => {
  it('are made again from text and log, once for each version', async () => {
    const store = await stores.open(kind);
    const engine = sharedEngine();
    const old = {
      engine: '0.1.0+old',
      gazetteer: 'old',
      madeAt: '2026-01-01T00:00:00Z',
      map: { ...sampleMap(), features: [], incidents: [] },
    };
    const unread = { text: 'Это текст на языке, который здесь не читают, и поэтому он остаётся таким, каким был.' };
    const rest = { title: null, url: null, source: null, publishedAt: null, language: null };
    const [saved, other] = await store.save([{ article: SAMPLE, result: old }, { article: { ...unread, ...rest } }]);
    const id = saved?.id ?? '';
    const mentions = [sampleMap().features[0]?.properties.mentions[0]].flatMap((m) => (m ? [{ start: m.start, end: m.end }] : []));
    const log: Correction[] = [{ id: 'c1', at: '2026-01-02T03:04:05Z', by: 'RK', change: { action: 'notPlace', mentions } }];
    await store.appendCorrections(id, log, old.map, 0);

    const first = await rebuild(store, engine);
    expect(first).toEqual({ made: 1, failed: [{ id: other?.id, reason: expect.stringContaining('language') as string }] });
    const result = await store.result(id);
    expect(result).toMatchObject(resultVersion(engine));
    expect(result?.map.features.length).toBeGreaterThan(3);
    expect(await store.shown(id)).toEqual(result && applyCorrections(result.map, SAMPLE.text, log));
    expect(await store.shown(id)).not.toEqual(result?.map);
    expect(await store.corrections(id)).toEqual(log);
    expect((await rebuild(store, engine)).made).toBe(0);
  });
});
