import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { ArticleMap, FeatureMention, PlaceFeature } from '../types';
import { toCsv } from './csv';

const BYTE_ORDER_MARK = '\ufeff';

/** A reader of RFC 4180, so that the writer is not measured by itself. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const char = csv.charAt(i);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv.charAt(i + 1) === '"') cell += csv.charAt(++i);
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && csv.charAt(i + 1) === '\n') {
      row.push(cell);
      rows.push(row);
      [row, cell] = [[], ''];
      i++;
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) throw new Error('the last row has no end');
  return rows;
}

const engine = sharedEngine();
const ARABIC = 'قال مسؤول "كبير"، إن انفجارا وقع في بيروت، لبنان.\nوقصفت طائرات مدينة غزة.';
const map = mapArticle({ text: ARABIC, title: null, url: null, source: null, publishedAt: null, language: 'ar' }, engine, 'ar');
const mentions = map.features.flatMap((feature) => feature.properties.mentions);

/** The map with its first mention changed: what an article may hold, an engine need not find. */
function withMention(change: Partial<FeatureMention>, name?: string): ArticleMap {
  const [feature] = map.features;
  const mention = feature?.properties.mentions[0];
  if (!feature || !mention) throw new Error('the sample names no place');
  const properties = { ...feature.properties, name: name ?? feature.properties.name, mentions: [{ ...mention, ...change }] };
  return { ...map, features: [{ ...feature, properties } satisfies PlaceFeature] };
}
const cellsOf = (csv: string): Record<string, string> => {
  const [head = [], row = []] = parse(csv.slice(1));
  return Object.fromEntries(head.map((column, i) => [column, row[i] ?? '']));
};

test('begins with a byte-order mark, once', () => {
  const csv = toCsv([map]);
  expect(csv.startsWith(BYTE_ORDER_MARK)).toBe(true);
  expect(csv.lastIndexOf(BYTE_ORDER_MARK)).toBe(0);
});

test('every row ends in CR LF, and has a cell for each column', () => {
  const csv = toCsv([map]);
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows = parse(csv.slice(1));
  expect(rows[0]).toEqual([
    'article',
    'id',
    'name',
    'name_ar',
    'name_en',
    'kind',
    'country_code',
    'admin1',
    'longitude',
    'latitude',
    'where_precision',
    'geo_precision',
    'role',
    'confidence',
    'start',
    'end',
    'text',
    'quote',
    'review',
  ]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([19]));
  expect(rows).toHaveLength(1 + mentions.length);
});

test('Arabic, commas and quotation marks come back as they went in', () => {
  expect(mentions.length).toBeGreaterThanOrEqual(2);
  const rows = parse(toCsv([map]).slice(1)).slice(1);
  expect(rows.map((row) => [row[14], row[15], row[16], row[17]])).toEqual(
    mentions.map(({ start, end, text, quote }) => [String(start), String(end), text, quote.text]),
  );
  expect(rows.map((row) => row[17]).join()).toContain('"كبير"، إن');
  for (const row of rows) expect(ARABIC.slice(Number(row[14]), Number(row[15]))).toBe(row[16]);
});

test('new lines inside a cell stay inside it', () => {
  const quote = { start: 0, end: 7, text: 'a,\n"b"\r\nc' };
  expect(cellsOf(toCsv([withMention({ quote })]))['quote']).toBe(quote.text);
});

test('no cell is a formula', () => {
  for (const start of ['=', '+', '-', '@']) {
    const text = `${start}HYPERLINK("https://example.com","x")`;
    const cells = cellsOf(toCsv([withMention({ text, quote: { start: 0, end: text.length, text } }, text)]));
    for (const column of ['name', 'text', 'quote']) {
      expect(cells[column]?.startsWith(start)).toBe(false);
      // Nothing is lost: the cell is the text behind a sign that makes it text.
      expect(cells[column]?.endsWith(text)).toBe(true);
    }
  }
});

test('numbers stay numbers: a western longitude is not taken for a formula', () => {
  const american = mapArticle(
    { text: 'A fire broke out in Chicago.', title: null, url: null, source: null, publishedAt: null, language: 'en' },
    engine,
    'en',
  );
  // GeoNames: Chicago 41.85, -87.65.
  expect(Number(cellsOf(toCsv([american]))['longitude'])).toBeCloseTo(-87.65, 1);
});

test('a map without places is its header alone', () => {
  expect(parse(toCsv([{ ...map, features: [] }]).slice(1))).toHaveLength(1);
});
