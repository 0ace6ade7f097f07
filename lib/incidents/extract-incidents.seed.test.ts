import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Count, Span } from '../types';
import { read } from './read.test-data';

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

interface GoldIncident {
  readonly id: string;
  readonly type?: string;
  readonly subType?: string;
  readonly status: string;
  readonly place?: string | null;
  readonly places?: readonly string[];
  readonly date: { readonly start: string; readonly end: string } | null;
  readonly killed: Omit<Count, 'span'> | null;
  readonly injured: Omit<Count, 'span'> | null;
  readonly required: boolean;
  readonly weapons?: readonly string[];
  readonly evidence: readonly Span[];
}

describe('the seed article', () => {
  // Every expected value comes from data/gold/seed.json, marked by hand.
  const gold = JSON.parse(readFileSync(path.join(process.cwd(), 'data/gold/seed.json'), 'utf8')) as {
    article: { text: string; publishedAt: string };
    places: Record<string, { name_en: string; country: string; kind: string }>;
    incidents: GoldIncident[];
  };
  const { map, incidents } = read(gold.article.text, gold.article.publishedAt);
  const ids: Record<string, string> = {
    'ain-al-asad': 'ourairports:ORAA',
    iraq: 'iso:IQ',
    syria: 'iso:SY',
    jordan: 'iso:JO',
    israel: 'iso:IL',
  };
  const idOf = (place: string) => {
    const feature = map.features.find(
      ({ id, properties }) => id === ids[place] || (place === 'ain-al-asad' && properties.kind === 'airbase'),
    );
    return feature?.id ?? place;
  };
  const wanted = gold.incidents
    .filter(({ required }) => required)
    .flatMap((incident) => (incident.places ?? [incident.place ?? '']).map((place) => [incident.id, place, incident] as const));
  const found = (incident: GoldIncident, place: string) =>
    incidents.filter(
      ({ placeId, date, evidence, status }) =>
        status === incident.status &&
        placeId === idOf(place) &&
        (incident.date && date ? date.start <= incident.date.end && incident.date.start <= date.end : incident.date === date) &&
        evidence.some((quote) => incident.evidence.some((other) => overlaps(quote, other))),
    );

  test.each(wanted)('%s at %s: found once, with its toll, type and weapons', (_, place, incident) => {
    const [first, ...more] = found(incident, place);
    expect(more).toEqual([]);
    expect(first?.type).toBe(incident.type);
    if (incident.subType !== undefined) expect(first?.subType).toBe(incident.subType);
    const stripped = (count: Count | null | undefined) => (count ? { low: count.low, best: count.best, high: count.high } : null);
    const plain = (count: Omit<Count, 'span'> | null) => (count ? { low: count.low, best: count.best, high: count.high } : null);
    expect(stripped(first?.casualties.killed)).toEqual(plain(incident.killed));
    expect(stripped(first?.casualties.injured)).toEqual(plain(incident.injured));
    if (incident.weapons) expect(first?.weapons).toEqual(incident.weapons);
  });

  test('nothing else is reported with a place; the threat to Israel is listed as one', () => {
    const known = new Set(wanted.flatMap(([, place, incident]) => found(incident, place).map(({ id }) => id)));
    const others = incidents.filter(({ id, placeId }) => placeId !== null && !known.has(id));
    expect(others.map(({ status, placeId }) => [status, placeId])).toEqual([['threatened', 'iso:IL']]);
  });

  test('the rocket attack is told in five paragraphs and more', () => {
    const asad = gold.incidents.find(({ id }) => id === 'asad');
    const incident = incidents.find(({ subType }) => subType === asad?.subType);
    for (const span of asad?.evidence ?? []) expect(incident?.evidence.some((quote) => overlaps(quote, span))).toBe(true);
  });

  test('ids are distinct, and say where the trigger stands and the place', () => {
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
    for (const { id, spans, placeId } of incidents) expect(id).toContain(`${spans.trigger.start}@${placeId ?? 'nowhere'}`);
  });

  test('every span is the text, letter for letter', () => {
    const { text } = gold.article;
    for (const { evidence, date, actors, headline } of incidents) {
      for (const quote of evidence) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      if (date) expect(text.slice(date.span.start, date.span.end)).toBe(date.text);
      for (const { name, span } of actors) expect(text.slice(span.start, span.end)).toBe(name);
      expect(text).toContain(headline.replace(/…$/, ''));
    }
  });
});
