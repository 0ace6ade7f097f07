import { stringify } from 'csv-stringify/sync';
import type { ActorRole, ArticleMap, Count, DatePrecision, MapIncident } from '../types';
import { reviewCell } from './csv';

/** ACLED's names where a column means what ACLED's does; docs/acled.md has the mapping. */
const COLUMNS = [
  'event_id',
  'event_date',
  'end_date',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'actor2',
  'claimed_by',
  'blamed',
  'civilian_targeting',
  'country',
  'admin1',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'where_precision',
  'source',
  'notes',
  'fatalities',
  'fatalities_low',
  'fatalities_high',
  'injured',
  'injured_low',
  'injured_high',
  'weapons',
  'status',
  'tolls',
  'evidence',
  'review',
  'by_hand',
];

/** ACLED's disorder type of each event type; what ACLED does not code has none. */
const DISORDER: Readonly<Record<string, string>> = {
  Battles: 'Political violence',
  'Explosions/Remote violence': 'Political violence',
  'Violence against civilians': 'Political violence',
  Protests: 'Demonstrations',
  Riots: 'Demonstrations',
  'Strategic developments': 'Strategic developments',
};
/** Sub-event types that ACLED counts under another disorder type than their event type. */
const DISORDER_OF_SUB_TYPE: Readonly<Record<string, string>> = {
  'Excessive force against protesters': 'Political violence; Demonstrations',
  'Mob violence': 'Political violence',
};

/**
 * Articles' incidents as one CSV, one row each, with ACLED's column names where they mean the same: UTF-8 with a
 * byte-order mark, and no cell that a spreadsheet would run as a formula. What the article does not say is empty.
 */
export function toIncidentsCsv(maps: readonly ArticleMap[]): string {
  const countries = new Intl.DisplayNames(['en'], { type: 'region' });
  const rows = maps.flatMap((map) => map.incidents.map((incident) => rowOf(map, incident, countries)));
  return stringify([COLUMNS, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

function rowOf({ article, features }: ArticleMap, incident: MapIncident, countries: Intl.DisplayNames): (string | number)[] {
  const place = features.find(({ id }) => id === incident.placeId)?.properties;
  const { killed, injured } = incident.casualties;
  const actors = (role: ActorRole) =>
    incident.actors
      .filter((actor) => actor.role === role)
      .map(({ name }) => name)
      .join('; ');
  return [
    `${article.id}:${incident.id}`,
    incident.date?.start ?? '',
    incident.date?.end ?? '',
    incident.date ? timePrecision(incident.date.precision) : '',
    DISORDER_OF_SUB_TYPE[incident.subType ?? ''] ?? DISORDER[incident.type] ?? '',
    incident.type,
    incident.subType ?? '',
    actors('attacker'),
    actors('target'),
    actors('claimant'),
    actors('blamed'),
    incident.type === 'Violence against civilians' ? 'Civilian targeting' : '',
    place?.countryCode ? (countries.of(place.countryCode) ?? place.countryCode) : '',
    place?.admin1 ?? '',
    // A place that the gazetteer lacks has a name, and no coordinates.
    place?.name ?? incident.unlocated ?? '',
    place?.labelPoint[1] ?? '',
    place?.labelPoint[0] ?? '',
    incident.geoPrecision ?? '',
    incident.wherePrecision ?? '',
    article.source ?? '',
    incident.evidence.map(({ text }) => text).join(' '),
    ...numbers(killed),
    ...numbers(injured),
    incident.weapons.join('; '),
    incident.status,
    incident.tolls
      .map(({ killed: dead, injured: hurt, source }) => `${source?.text ?? '?'}: ${inWords(dead)} killed, ${inWords(hurt)} injured`)
      .join('; '),
    incident.evidence.map(({ start, end }) => `${start}-${end}`).join(' '),
    reviewCell(incident.review),
    incident.byHand?.join('; ') ?? '',
  ];
}

/** ACLED `time_precision` (1 day, 2 week, 3 month) from UCDP `date_prec`. Lossy: ACLED codes nothing longer than a month. */
export function timePrecision(precision: DatePrecision): 1 | 2 | 3 {
  if (precision === 1) return 1;
  return precision <= 3 ? 2 : 3;
}

function numbers(count: Count | null): (number | string)[] {
  return [count?.best ?? '', count?.low ?? '', count?.high ?? ''];
}

function inWords(count: Count | null): string {
  if (!count) return '?';
  if (count.best !== null) return String(count.best);
  return `${count.low ?? '?'} to ${count.high ?? '?'}`;
}
