import { generated } from '../../scripts/jest/contract';
import { GET as listed } from '../../app/api/incidents/route';
import { GET as one } from '../../app/api/incidents/[...id]/route';
import { GET as mentions } from '../../app/api/mentions/route';
import { GET as places } from '../../app/api/places/route';
import { openTestLibrary } from '../../scripts/jest/test-library';
import type { StoredIncident, StoredMention, StoredPlace } from '../store/records';

openTestLibrary([...generated.range(0, 60, 20)]);

const ask = (path: string, headers: Record<string, string> = {}) => new Request(`http://127.0.0.1${path}`, { headers });
interface Listed<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

describe('GET /api/incidents', () => {
  it('gives every incident once, over its pages, by their links', async () => {
    const ids: string[] = [];
    for (let path: string | undefined = '/api/incidents?limit=7'; path !== undefined;) {
      const response = await listed(ask(path));
      const { items } = (await response.json()) as Listed<StoredIncident>;
      ids.push(...items.map(({ id }) => id));
      path = /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    }
    const wanted = [...generated.range(0, 60, 20)].reduce((sum, { result }) => sum + (result?.map.incidents.length ?? 0), 0);
    expect(new Set(ids).size).toBe(wanted);
    expect(ids.length).toBe(wanted);
  });

  it('gives those that are asked for', async () => {
    const { items } = (await (
      await listed(ask('/api/incidents?type=Battles,Riots&status=denied&limit=1000'))
    ).json()) as Listed<StoredIncident>;
    expect(items.length).toBeGreaterThan(0);
    for (const { incident } of items) expect([['Battles', 'Riots'].includes(incident.type), incident.status]).toEqual([true, 'denied']);
  });

  it('gives one by its id, however the slash in it is written, and says so where the asker has it', async () => {
    const { items } = (await (await listed(ask('/api/incidents?limit=1'))).json()) as Listed<StoredIncident>;
    const id = items[0]?.id ?? '';
    for (const path of [`/api/incidents/${id}`, `/api/incidents/${encodeURIComponent(id)}`]) {
      const response = await one(ask(path));
      expect(await response.json()).toEqual(items[0]);
      expect((await one(ask(path, { 'if-none-match': response.headers.get('etag') ?? '' }))).status).toBe(304);
    }
  });

  test.each([
    ['/api/incidents/none', 404],
    ['/api/incidents/%E0%A4%A', 400],
    ['/api/incidents/%00', 400],
  ])('%s: %i', async (path, status) => {
    const response = await one(ask(path));
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });
});

test('GET /api/places gives areas as areas', async () => {
  const { items } = (await (await places(ask('/api/places?kind=admin1&limit=5'))).json()) as Listed<StoredPlace>;
  expect(items.map(({ feature }) => feature.geometry.type)).toEqual(Array.from({ length: 5 }, () => 'Polygon'));
});

test('GET /api/mentions gives words with their sentences', async () => {
  const { items } = (await (await mentions(ask('/api/mentions?limit=5'))).json()) as Listed<StoredMention>;
  for (const { mention, name } of items) expect([mention.text, mention.quote.text.includes(name)]).toEqual([name, true]);
});
