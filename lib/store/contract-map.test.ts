import fc from 'fast-check';
import { all, allIncidents, countIn, decoded, entry, generated, mapOf } from '../../scripts/jest/contract';
import { decodeTile } from '../../scripts/jest/decode-tile';
import { describeStores } from '../../scripts/jest/test-stores';
import type { ArticleMap } from '../types';
import type { Box, FacetName, IncidentFilter } from './queries';
import type { StoredIncident } from './records';
import { toWorld, WORLD_BITS } from './world';

describeStores((store) => {
  describe('what is on the map', () => {
    const articles = [...generated.range(0, 120, 20)];
    const incidents = articles.flatMap(({ result, article }) =>
      (result?.map.incidents ?? []).map((incident) => ({ incident, article, map: result?.map })),
    );
    const featureOf = ({ incident, map }: { incident: { placeId: string | null }; map: ArticleMap | undefined }) =>
      map?.features.find(({ id }) => id === incident.placeId);

    it('gives the incidents that a filter asks for, each once, latest first', async () => {
      await store().save(articles);
      const boxes = fc
        .tuple(
          fc.integer({ min: -180, max: 180 }),
          fc.integer({ min: -90, max: 89 }),
          fc.integer({ min: -180, max: 180 }),
          fc.integer({ min: 0, max: 60 }),
        )
        .map(([west, south, east, height]): Box => [west, south, east, Math.min(90, south + height)]);
      const day = fc.integer({ min: 0, max: 3_700 }).map((days) => new Date(Date.UTC(2016, 0, days)).toISOString().slice(0, 10));
      const filters = fc.record(
        {
          box: boxes,
          from: day,
          to: day,
          types: fc.subarray(['Battles', 'Riots', 'Protests']),
          statuses: fc.subarray(['reported', 'denied'] as const),
          countryCode: fc.constantFrom('IQ', 'FJ'),
        },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(filters, async (filter) => {
          const wanted = incidents.filter((one) => matches(filter, one.incident, featureOf(one)));
          const got = await allIncidents(store(), filter);
          expect(got.map(({ incident }) => incident.headline + incident.id).sort()).toEqual(
            wanted.map(({ incident }) => incident.headline + incident.id).sort(),
          );
          const days = got.map(({ incident }) => incident.date?.start ?? '').filter((start) => start !== '');
          expect(days).toEqual([...days].sort().reverse());
        }),
        { numRuns: 40 },
      );
    });

    it('gives incidents with their places whole, and each by its id', async () => {
      await store().save(articles);
      for (const stored of (await store().incidents({}, { limit: 50 })).items) {
        expect(await store().incident(stored.id)).toEqual(stored);
        const { placeId } = stored.incident;
        expect(stored.place?.id ?? null).toBe(placeId);
        if (stored.place)
          expect((await mapOf(store(), stored.articleId)).features.find(({ id }) => id === placeId)).toMatchObject(stored.place);
      }
      expect(await store().incident('none')).toBeNull();
    });

    it('gives places and mentions in a box, the words as they stand in the text', async () => {
      await store().save(articles);
      const features = articles.flatMap(({ result }) => result?.map.features ?? []);
      const box: Box = [-180, -90, 20, 90];
      const inside = features.filter(({ bbox }) => touches(box, bbox));
      const places = await all((paging) => store().places({ box }, paging));
      expect(places.map(({ feature }) => feature.id).sort()).toEqual(inside.map(({ id }) => id).sort());
      const mentions = await all((paging) => store().mentions({ box }, paging));
      const wanted = inside.flatMap(({ properties }) => properties.mentions);
      expect(mentions.map(({ mention }) => mention).sort(byQuote)).toEqual([...wanted].sort(byQuote));
      // A mention is drawn as its place is: an area as an area.
      for (const { placeId, geometry, bbox } of mentions)
        expect(features).toContainEqual(expect.objectContaining({ id: placeId, geometry, bbox }));
    });

    it('counts what a filter finds, up to a limit', async () => {
      await store().save(articles);
      const box: Box = [-180, -90, 20, 90];
      const found = await allIncidents(store(), { box });
      expect(await store().matched('incidents', { box }, found.length)).toBe(found.length);
      expect(await store().matched('incidents', { box }, found.length - 1)).toBeNull();
      expect(await store().matched('places', { box }, 10_000)).toBe((await all((paging) => store().places({ box }, paging))).length);
      expect(await store().matched('mentions', { box }, 10_000)).toBe((await all((paging) => store().mentions({ box }, paging))).length);
    });

    it('says who tells of an incident', async () => {
      await store().save(articles);
      const [first] = (await store().incidents({}, { limit: 1 })).items;
      const stored = await store().get(first?.articleId ?? '');
      expect(stored).toMatchObject(first?.article ?? {});
      expect(first?.article.source).toMatch(/^Source/);
    });

    it('counts by day, week and month', async () => {
      await store().save(articles);
      for (const period of ['day', 'week', 'month'] as const) {
        const counts = await store().counts(period, { statuses: ['reported'] });
        const wanted = new Map<string, number>();
        for (const one of incidents) {
          if (one.incident.status !== 'reported') continue;
          const key = [
            periodOf(period, one.incident.date?.start ?? null),
            featureOf(one)?.properties.countryCode ?? null,
            one.incident.type,
          ].join(' ');
          wanted.set(key, (wanted.get(key) ?? 0) + 1);
        }
        expect(new Map(counts.map((c) => [[c.period, c.countryCode, c.type].join(' '), c.incidents]))).toEqual(wanted);
        const killed = incidents
          .filter(({ incident }) => incident.status === 'reported')
          .reduce((sum, { incident }) => sum + (incident.casualties.killed?.best ?? 0), 0);
        expect(counts.reduce((sum, count) => sum + count.killed, 0)).toBe(killed);
      }
    });

    it('counts each type, status and date, as exact as it is told', async () => {
      await store().save(articles);
      const filter: IncidentFilter = { statuses: ['reported', 'denied'] };
      const passing = incidents.filter(({ incident }) => ['reported', 'denied'].includes(incident.status));
      const wanted = (valueOf: (one: (typeof incidents)[number]['incident']) => string | null) => {
        const counts = new Map<string | null, number>();
        for (const { incident } of passing) counts.set(valueOf(incident), (counts.get(valueOf(incident)) ?? 0) + 1);
        return counts;
      };
      const got = async (by: FacetName) => new Map((await store().tally(by, filter)).map((one) => [one.value, one.incidents]));
      expect(await got('type')).toEqual(wanted(({ type }) => type));
      expect(await got('status')).toEqual(wanted(({ status }) => status));
      expect(await got('date')).toEqual(wanted(({ date }) => date && `${date.start}/${date.end}`));
      expect((await store().tally('date', filter)).at(-1)?.value).toBeNull();
    });

    it('says where all marks lie', async () => {
      expect(await store().extent({})).toBeNull();
      await store().save(articles);
      const points = incidents
        .filter(({ incident }) => incident.type === 'Riots')
        .flatMap((one) => featureOf(one)?.properties.labelPoint ?? []);
      const [lons, lats] = [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)];
      const wanted = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
      const got = await store().extent({ types: ['Riots'] });
      wanted.forEach((degrees, i) => expect(got?.[i]).toBeCloseTo(degrees, 3));
      expect(await store().extent({ types: [] })).toBeNull();
    });

    it('lists what a point of a tile stands for, by its square', async () => {
      await store().save(articles);
      const somewhere = incidents.map(featureOf).find((feature) => feature !== undefined);
      const { x, y } = toWorld([...(somewhere?.properties.labelPoint ?? ([0, 0] as const))]);
      for (const z of [0, 5, 8, 12]) {
        const squares = new Map<string, number>();
        for (const { square, count } of decodeTile(await store().tile(z, x >> (WORLD_BITS - z), y >> (WORLD_BITS - z))))
          squares.set(String(square), (squares.get(String(square)) ?? 0) + Number(count));
        expect(squares.size).toBeGreaterThan(0);
        for (const [said, count] of [...squares].slice(0, 12)) {
          const [zoom = NaN, column = NaN, row = NaN] = said.split('/').map(Number);
          expect(await allIncidents(store(), { square: { zoom, column, row } })).toHaveLength(count);
        }
      }
    });

    it('keeps counts that are those of the incidents themselves, whatever was corrected and removed', async () => {
      const saved = await store().save(articles);
      for (const [i, { id }] of saved.slice(0, 9).entries()) {
        const map = await mapOf(store(), id);
        const incidents = map.incidents.slice(1).map((incident) => ({ ...incident, type: 'Strategic developments', date: null }));
        if (i < 6) await store().appendCorrections(id, [entry(id)], { ...map, incidents }, 0);
        else await store().remove(id);
      }
      // Asked of the world, both are counted from the incidents that lie in it.
      const box: Box = [-180, -90, 180, 90];
      const filters: IncidentFilter[] = [
        {},
        { countryCode: 'IQ' },
        { types: ['Battles', 'Riots'], statuses: ['denied'], countryCode: 'SY' },
        { types: [] },
      ];
      for (const filter of filters) {
        const placed = (await store().counts('month', filter)).filter(({ countryCode }) => countryCode !== null);
        expect(placed).toEqual(await store().counts('month', { ...filter, box }));
        const tile = async (asked: IncidentFilter) => [
          decoded(await store().tile(0, 0, 0, asked)),
          decoded(await store().tile(2, 2, 1, asked)),
        ];
        expect(await tile(filter)).toEqual(await tile({ ...filter, box }));
      }
      expect(
        (await store().counts('month', {})).find(({ period, type }) => period === null && type === 'Strategic developments'),
      ).toBeDefined();
      for (const { id } of saved) await store().remove(id);
      expect(await store().counts('month', {})).toEqual([]);
    });

    it('cuts tiles that count every incident with a place, the same with a filter as without', async () => {
      await store().save(articles);
      const placed = incidents.filter((one) => featureOf(one)).length;
      for (const z of [0, 1, 4, 7]) {
        let sum = 0;
        for (let x = 0; x < Math.min(2 ** z, 4); x++)
          for (let y = 0; y < Math.min(2 ** z, 4); y++) sum += countIn(await store().tile(z, x, y));
        if (z <= 1) expect(sum).toBe(placed);
      }
      const always: IncidentFilter = { from: '1900-01-01' };
      expect(decoded(await store().tile(1, 1, 1, always)).length).toBeGreaterThan(0);
      const dated = incidents.filter((one) => featureOf(one) && one.incident.date).length;
      expect(countIn(await store().tile(0, 0, 0, always))).toBe(dated);
      const some = { types: ['Battles'], statuses: ['reported' as const] };
      const live = decoded(await store().tile(0, 0, 0, { ...some, box: [-180, -90, 180, 90] }));
      expect(decoded(await store().tile(0, 0, 0, some))).toEqual(live);
    });

    it.each([
      [-1, 0, 0],
      [15, 0, 0],
      [0, 1, 0],
      [3, 8, 0],
      [2, 0.5, 0],
      [1, 0, NaN],
    ])('there is no tile %d/%d/%d', async (z, x, y) => {
      await expect(store().tile(z, x, y)).rejects.toMatchObject({ code: 'invalid' });
    });

    it.each([
      ['a cursor of another kind', { paging: { cursor: 'x; DROP TABLE' } }],
      ['no items', { paging: { limit: 0 } }],
      ['too many', { paging: { limit: 100_000 } }],
      ['a box upside down', { filter: { box: [0, 10, 0, 0] as const } }],
      ['a box of nothing', { filter: { box: [0, NaN, 0, 0] as const } }],
      ['a day that is none', { filter: { from: 'yesterday' } }],
      ['a square beyond the world', { filter: { square: { zoom: 3, column: 8, row: 0 } } }],
    ])('refuses %s', async (_, { filter = {}, paging = {} }: { filter?: IncidentFilter; paging?: object }) => {
      await expect(store().incidents(filter, paging)).rejects.toMatchObject({ code: 'invalid' });
    });
  });
});

function byQuote(a: { quote: { text: string }; start: number }, b: { quote: { text: string }; start: number }): number {
  return a.quote.text < b.quote.text ? -1 : a.quote.text > b.quote.text ? 1 : a.start - b.start;
}

function periodOf(period: 'day' | 'week' | 'month', start: string | null): string | null {
  if (start === null || period === 'day') return start;
  if (period === 'month') return `${start.slice(0, 7)}-01`;
  const date = new Date(start);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function matches(
  { box, from, to, types, statuses, countryCode }: IncidentFilter,
  incident: StoredIncident['incident'],
  feature: ArticleMap['features'][number] | undefined,
): boolean {
  const { date } = incident;
  return (
    (box === undefined || (feature !== undefined && touches(box, feature.bbox))) &&
    (from === undefined || (date !== null && date.end >= from)) &&
    (to === undefined || (date !== null && date.start <= to)) &&
    (types === undefined || types.includes(incident.type)) &&
    (statuses === undefined || statuses.includes(incident.status)) &&
    (countryCode === undefined || feature?.properties.countryCode === countryCode)
  );
}

/** By cutting both at the antimeridian, which is not how the store does it. */
function touches(a: Box, b: Box): boolean {
  const pieces = ([west, south, east, north]: Box): Box[] =>
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, 180, north],
          [-180, south, east, north],
        ];
  const turned = ([west, south, east, north]: Box): Box[] => [
    [west, south, east, north],
    ...(west === -180 ? [[180, south, 180, north] as const] : []),
    ...(east === 180 ? [[-180, south, -180, north] as const] : []),
  ];
  return pieces(a)
    .flatMap(turned)
    .some((p) => pieces(b).some((q) => p[0] <= q[2] && p[2] >= q[0] && p[1] <= q[3] && p[3] >= q[1]));
}
