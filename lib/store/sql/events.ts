import type { MapIncident } from '../../types';
import { inflate, shapesOf, unpackFeature } from '../pack';
import type { IncidentFilter, Page, Paging, PlaceFilter } from '../queries';
import type { PlaceOutline, StoredIncident, StoredMention, StoredPlace } from '../records';
import { articleFacts, CHUNK, type ArticleColumns } from './article-rows';
import { addIncidentConditions, addPlaceConditions } from './conditions';
import { limitOf, readCursor, toPage } from './paging';
import { loadShapes } from './results';
import { Conditions, placeholders, type Dialect, type Session } from './session';

interface IncidentRow extends ArticleColumns {
  readonly seq: number;
  readonly day: number;
  readonly id: string;
  readonly article_id: string;
  readonly country: string | null;
  readonly incident: string;
  readonly feature: string | null;
}

const INCIDENT = `SELECT i.seq, i.day, i.id, a.id AS article_id, a.title, a.source, a.url, a.language, a.published_at, a.saved_at,
    i.country, i.incident, p.feature
  FROM (SELECT * FROM incidents i WHERE`;
const INCIDENT_JOINS = `JOIN articles a ON a.seq = i.article
  LEFT JOIN places p ON p.article = i.article AND p.place_id = i.place_id`;

/** A page of incidents; the rows are found first, then joined, so that what is not on the page costs nothing more. */
export async function listIncidents(
  session: Session,
  dialect: Dialect,
  filter: IncidentFilter,
  paging: Paging & { readonly order?: 'event' | 'saved' },
): Promise<Page<StoredIncident>> {
  const limit = limitOf(paging);
  const where = new Conditions();
  const isLed = await addIncidentConditions(where, filter, dialect, session);
  const byEvent = paging.order !== 'saved';
  const before = readCursor(paging.cursor, byEvent ? 2 : 1);
  if (before) where.add(byEvent ? '(i.day, i.seq) < (?, ?)' : 'i.seq < ?', ...before);
  // A plus before the column keeps SQLite from reading the index of days where that of boxes leads.
  const plus = isLed ? '+' : '';
  const order = (alias: string) => (byEvent ? `${plus}${alias}.day DESC, ${alias}.seq DESC` : `${plus}${alias}.seq DESC`);
  const rows = await session.all<IncidentRow>(
    `${INCIDENT} ${where.sql} ORDER BY ${order('i')} LIMIT ?) i ${INCIDENT_JOINS} ORDER BY ${byEvent ? 'i.day DESC, i.seq DESC' : 'i.seq DESC'}`,
    [...where.params, limit + 1],
  );
  const items = await toIncidents(session, rows);
  return toPage(rows, limit, ({ day, seq }) => (byEvent ? [day, seq] : [seq]), items);
}

export async function getIncident(session: Session, id: string): Promise<StoredIncident | null> {
  const rows = await session.all<IncidentRow>(`${INCIDENT} i.id = ?) i ${INCIDENT_JOINS}`, [id]);
  const [incident] = await toIncidents(session, rows);
  return incident ?? null;
}

/** How many rows a filter finds; null where they are more than `most`, past which they are not counted. */
export async function countMatched(
  session: Session,
  dialect: Dialect,
  what: 'incidents' | 'places' | 'mentions',
  filter: IncidentFilter | PlaceFilter,
  most: number,
): Promise<number | null> {
  const where = new Conditions();
  if (what === 'incidents') await addIncidentConditions(where, filter, dialect, session);
  else await addPlaceConditions(where, filter, dialect, session);
  const from = {
    incidents: 'incidents i',
    places: 'places p',
    mentions: 'mentions m JOIN places p ON p.article = m.article AND p.ord = m.place_ord',
  }[what];
  const [row] = await session.all<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 AS one FROM ${from} WHERE ${where.sql} LIMIT ?) found`,
    [...where.params, most + 1],
  );
  const n = row?.n ?? 0;
  return n > most ? null : n;
}

async function toIncidents(session: Session, rows: readonly IncidentRow[]): Promise<StoredIncident[]> {
  const features = rows.map(({ feature }) => feature);
  const places = await unpackPlaces(session, features);
  return rows.map((row, i) => ({
    id: row.id,
    articleId: row.article_id,
    article: articleFacts(row),
    incident: JSON.parse(row.incident) as MapIncident,
    countryCode: row.country,
    place: places[i] ?? null,
  }));
}

interface PlaceRow {
  readonly seq: number;
  readonly article_id: string;
  readonly feature: string;
}

export async function listPlaces(session: Session, dialect: Dialect, filter: PlaceFilter, paging: Paging): Promise<Page<StoredPlace>> {
  const limit = limitOf(paging);
  const where = new Conditions();
  const isLed = await addPlaceConditions(where, filter, dialect, session);
  const [before] = readCursor(paging.cursor, 1) ?? [];
  if (before !== undefined) where.add('p.seq < ?', before);
  const rows = await session.all<PlaceRow>(
    `SELECT p.seq, a.id AS article_id, p.feature
     FROM (SELECT * FROM places p WHERE ${where.sql} ORDER BY ${isLed ? '+' : ''}p.seq DESC LIMIT ?) p
     JOIN articles a ON a.seq = p.article ORDER BY p.seq DESC`,
    [...where.params, limit + 1],
  );
  const packed = rows.map(({ feature }) => feature);
  const features = await unpackPlaces(session, packed);
  const items = rows.flatMap(({ article_id }, i): StoredPlace[] => {
    const feature = features[i];
    return feature ? [{ id: `${article_id}/${feature.id}`, articleId: article_id, feature }] : [];
  });
  return toPage(rows, limit, ({ seq }) => [seq], items);
}

interface MentionRow {
  readonly seq: number;
  readonly article: number;
  readonly article_id: string;
  readonly place_ord: number;
  readonly ord: number;
  readonly mention_start: number;
  readonly mention_end: number;
  readonly quote_start: number;
  readonly quote_end: number;
  readonly mention: string;
  readonly feature: string;
}

/**
 * A page of mentions, in the order of their places. The places are found and put in order first, without their long
 * columns: as soon as their mentions fill a page, no more are looked at.
 */
export async function listMentions(session: Session, dialect: Dialect, filter: PlaceFilter, paging: Paging): Promise<Page<StoredMention>> {
  const limit = limitOf(paging);
  const where = new Conditions();
  const isLed = await addPlaceConditions(where, filter, dialect, session);
  const after = new Conditions();
  const before = readCursor(paging.cursor, 2);
  if (before) {
    where.add('p.seq <= ?', before[0] ?? 0);
    after.add('(p.seq, m.ord) < (?, ?)', ...before);
  }
  const rows = await session.all<MentionRow>(
    `SELECT f.seq, f.article, a.id AS article_id, f.place_ord, f.ord, f.mention_start, f.mention_end, f.quote_start,
       f.quote_end, f.mention, o.feature
     FROM (
       SELECT p.seq, m.article, m.place_ord, m.ord, m.mention_start, m.mention_end, m.quote_start, m.quote_end, m.mention
       FROM (SELECT ${isLed ? '+' : ''}p.seq AS seq, p.article, p.ord FROM places p WHERE ${where.sql} ORDER BY 1 DESC) p
       JOIN mentions m ON m.article = p.article AND m.place_ord = p.ord
       WHERE ${after.sql} ORDER BY p.seq DESC, m.ord DESC LIMIT ?
     ) f JOIN places o ON o.seq = f.seq JOIN articles a ON a.seq = f.article ORDER BY f.seq DESC, f.ord DESC`,
    [...where.params, ...after.params, limit + 1],
  );
  const texts = await loadTexts(session, [...new Set(rows.map(({ article }) => article))]);
  const features = rows.map(({ feature }) => feature);
  const places = await unpackPlaces(session, features);
  const items = rows.flatMap((row, i): StoredMention[] => {
    const place = places[i];
    return place ? [toMention(row, place, texts.get(row.article) ?? '')] : [];
  });
  return toPage(rows, limit, ({ seq, ord }) => [seq, ord], items);
}

function toMention(row: MentionRow, { id, properties, geometry, bbox }: PlaceOutline, text: string): StoredMention {
  const rest = JSON.parse(row.mention) as Omit<StoredMention['mention'], 'start' | 'end' | 'text' | 'quote'>;
  const [start, end] = [row.mention_start, row.mention_end];
  const quote = { start: row.quote_start, end: row.quote_end, text: text.slice(row.quote_start, row.quote_end) };
  return {
    id: `${row.article_id}/${row.place_ord}.${row.ord}`,
    articleId: row.article_id,
    placeId: id,
    name: properties.name,
    names: properties.names,
    kind: properties.kind,
    countryCode: properties.countryCode,
    labelPoint: properties.labelPoint,
    wherePrecision: properties.wherePrecision,
    geometry,
    bbox,
    mention: { start, end, text: text.slice(start, end), ...rest, quote },
  };
}

/** Texts by their articles' rows: quotes are cut from them, not kept a second time. */
async function loadTexts(session: Session, articles: readonly number[]): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  for (let i = 0; i < articles.length; i += CHUNK) {
    const some = articles.slice(i, i + CHUNK);
    const rows = await session.all<{ article: number; body: Uint8Array }>(
      `SELECT article, body FROM bodies WHERE article IN ${placeholders(some.length)}`,
      some,
    );
    for (const { article, body } of rows) texts.set(article, inflate<{ text: string }>(body).text);
  }
  return texts;
}

async function unpackPlaces(session: Session, features: readonly (string | null)[]): Promise<(PlaceOutline | null)[]> {
  const packed = features.map((feature) => (feature === null ? null : (JSON.parse(feature) as PlaceOutline)));
  const shapes = await loadShapes(session, shapesOf(packed.filter((feature) => feature !== null)));
  return packed.map((feature) => feature && unpackFeature(feature, shapes));
}
