import type { ArticleMap, PlaceFeature } from '../../types';
import { dayOf, monthOf } from '../days';
import { columnText, packGeometry } from '../pack';
import type { PlaceOutline } from '../records';
import { cellOf, toWorld, WORLD_BITS } from '../world';
import { countIn } from './counts';
import { placeholders, type Dialect, type Param, type Session } from './session';

/** A map on its way into the tables by which its places and incidents are found. */
export interface Shown {
  readonly seq: number;
  readonly id: string;
  readonly map: ArticleMap;
}

const PLACE_COLUMNS = ['article', 'ord', 'place_id', 'kind', 'country', 'west', 'south', 'east', 'north', 'feature'];
const MENTION_COLUMNS = ['article', 'place_ord', 'ord', 'mention_start', 'mention_end', 'quote_start', 'quote_end', 'mention'];
const INCIDENT_COLUMNS = [
  ...['id', 'article', 'ord', 'type', 'status', 'country', 'place_id', 'precision', 'first_day', 'last_day', 'day', 'month'],
  ...['cell', 'x', 'y', 'west', 'south', 'east', 'north', 'killed', 'injured', 'incident'],
];

/** Puts maps in place of what was shown of their articles before. An incident that is told again keeps its row. */
export async function addShown(session: Session, dialect: Dialect, shown: readonly Shown[]): Promise<void> {
  if (shown.length === 0) return;
  const seqs = shown.map(({ seq }) => seq);
  await removeShown(session, dialect, seqs, false);
  await session.insert('places', PLACE_COLUMNS, shown.flatMap(placeRows));
  await session.insert('mentions', MENTION_COLUMNS, shown.flatMap(mentionRows));
  const days = await publicationDays(session, shown);
  const rows = shown.flatMap((one) => incidentRows(one, days.get(one.seq) ?? 0));
  const changed = INCIDENT_COLUMNS.slice(2).map((column) => `${column} = excluded.${column}`);
  await session.insert('incidents', INCIDENT_COLUMNS, rows, `ON CONFLICT (id) DO UPDATE SET ${changed.join(', ')}`);
  await removeUntold(session, shown);
  await countIn(session, dialect, seqs, 1);
}

/** Takes away what articles show; incidents too where `withIncidents`, else only from the counts. */
export async function removeShown(session: Session, dialect: Dialect, seqs: readonly number[], withIncidents = true): Promise<void> {
  await countIn(session, dialect, seqs, -1);
  const list = placeholders(seqs.length);
  await session.all(`DELETE FROM mentions WHERE article IN ${list}`, seqs);
  await session.all(`DELETE FROM places WHERE article IN ${list}`, seqs);
  if (withIncidents) await session.all(`DELETE FROM incidents WHERE article IN ${list}`, seqs);
}

/** Incidents that the map before told and this one does not. */
async function removeUntold(session: Session, shown: readonly Shown[]): Promise<void> {
  for (const { seq, id, map } of shown) {
    const told = map.incidents.map((incident) => columnText(`${id}/${incident.id}`));
    const but = told.length === 0 ? '' : `AND id NOT IN ${placeholders(told.length)}`;
    await session.all(`DELETE FROM incidents WHERE article = ? ${but}`, [seq, ...told]);
  }
}

async function publicationDays(session: Session, shown: readonly Shown[]): Promise<Map<number, number>> {
  const seqs = shown.map(({ seq }) => seq);
  const rows = await session.all<{ seq: number; day: number }>(
    `SELECT seq, day FROM articles WHERE seq IN ${placeholders(seqs.length)}`,
    seqs,
  );
  return new Map(rows.map(({ seq, day }) => [seq, day]));
}

function placeRows({ seq, map }: Shown): Param[][] {
  return map.features.map((feature, ord) => {
    const { kind, countryCode } = feature.properties;
    return [seq, ord, columnText(feature.id), kind, columnText(countryCode), ...boundsOf(feature), JSON.stringify(outlineOf(feature))];
  });
}

/** Without its mentions, which have a table of their own, and with its geometry by reference. */
function outlineOf(feature: PlaceFeature): PlaceOutline {
  const { mentions, ...properties } = feature.properties;
  void mentions;
  // The shapes themselves are written with the map that the feature is of.
  return { ...feature, geometry: packGeometry(feature.geometry, new Map()) as PlaceFeature['geometry'], properties };
}

function mentionRows({ seq, map }: Shown): Param[][] {
  return map.features.flatMap(({ properties }, placeOrd) =>
    // The words are the text's own, and are cut from it again.
    properties.mentions.map(({ start, end, text, quote, ...rest }, ord) => {
      void text;
      return [seq, placeOrd, ord, start, end, quote.start, quote.end, JSON.stringify(rest)];
    }),
  );
}

function incidentRows({ seq, id, map }: Shown, publicationDay: number): Param[][] {
  const features = new Map(map.features.map((feature) => [feature.id, feature]));
  return map.incidents.map((incident, ord) => {
    const feature = incident.placeId === null ? undefined : features.get(incident.placeId);
    const firstDay = dayOf(incident.date?.start ?? null);
    const point = feature && toWorld(feature.properties.labelPoint);
    const { killed, injured } = incident.casualties;
    return [
      columnText(`${id}/${incident.id}`),
      seq,
      ord,
      columnText(incident.type),
      incident.status,
      columnText(feature?.properties.countryCode ?? null),
      feature ? columnText(feature.id) : null,
      feature ? (incident.geoPrecision ?? feature.properties.geoPrecision) : null,
      firstDay,
      firstDay === null ? null : Math.max(firstDay, dayOf(incident.date?.end ?? null) ?? firstDay),
      firstDay ?? publicationDay,
      firstDay === null ? null : monthOf(firstDay),
      point ? cellOf(point, WORLD_BITS) : null,
      point?.x ?? null,
      point?.y ?? null,
      ...(feature ? boundsOf(feature) : [null, null, null, null]),
      killed?.best ?? killed?.low ?? null,
      injured?.best ?? injured?.low ?? null,
      JSON.stringify(incident),
    ];
  });
}

/** West, south, east, north; east is past 180 where the box crosses the antimeridian. */
function boundsOf({ bbox: [west, south, east, north] }: PlaceFeature): [number, number, number, number] {
  return [west, south, west > east ? east + 360 : east, north];
}
