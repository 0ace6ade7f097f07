import { INCIDENT_TYPES } from '@/components/incidents/types';
import type { IncidentEdit } from '@/lib/review/corrections';
import { ACTOR_ROLES, INCIDENT_STATUSES, type Actor, type Count, type DatePrecision, type MapIncident, type Span } from '@/lib/types';

/** What cannot be kept of a form, as a message of `review.edit`. */
export type EditProblem = 'order' | 'days' | 'actor';

/** What a form offers first for an incident of which nothing is known yet. */
export const FIRST_TYPE = INCIDENT_TYPES[0] ?? '';

type Numbers = Pick<Count, 'low' | 'best' | 'high'>;

const PRECISIONS: readonly DatePrecision[] = [1, 2, 3, 4, 5];

/**
 * What a form changes of an incident: the fields that differ; null where none does. An empty number is not known, and
 * three empty ones say that the article gives none. A figure alone counts as exact: low, best and high are it. Actors are
 * words of the text, of a passage that tells of the incident if it has them.
 */
export function editOf(form: FormData, incident: MapIncident, article: string): IncidentEdit | EditProblem | null {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const edit: IncidentEdit = {};
  for (const toll of ['killed', 'injured'] as const) {
    const before = incident.casualties[toll];
    const read = numbersOf(text(`${toll}-low`), text(`${toll}-best`), text(`${toll}-high`), before);
    if (read === 'order') return read;
    if (!isSame(read, before)) edit[toll] = read;
  }
  const [start, end] = [text('start') || text('end'), text('end') || text('start')];
  if (start > end) return 'days';
  const precision = PRECISIONS.find((value) => value === Number(form.get('precision'))) ?? 1;
  const date = start === '' ? null : { start, end, precision: start === end ? precision : (Math.max(2, precision) as DatePrecision) };
  const was = incident.date;
  if (date?.start !== was?.start || date?.end !== was?.end || (date !== null && precision !== was?.precision)) edit.date = date;
  const placeId = text('placeId') || null;
  if (placeId !== incident.placeId) edit.placeId = placeId;
  const subType = text('subType') || null;
  if (subType !== incident.subType) edit.subType = subType;
  const type = text('type');
  if (type !== '' && type !== incident.type) edit.type = type;
  const status = INCIDENT_STATUSES.find((value) => value === text('status'));
  if (status !== undefined && status !== incident.status) edit.status = status;
  if (ACTOR_ROLES.some((role) => form.has(`actor-${role}`))) {
    const actors = actorsOf(text, incident, article);
    if (actors === null) return 'actor';
    const before = ACTOR_ROLES.flatMap((role) => incident.actors.filter((actor) => actor.role === role)).map(keyOf);
    if (actors.map(keyOf).join('\n') !== [...new Set(before)].join('\n')) edit.actors = actors;
  }
  const headline = text('headline');
  if (headline !== '' && headline !== incident.headline) edit.headline = headline;
  return Object.keys(edit).length === 0 ? null : edit;
}

/** The names of a role, as its field has them. */
export function actorsField(incident: MapIncident, role: Actor['role']): string {
  return [...new Set(incident.actors.filter((actor) => actor.role === role).map(({ name }) => name))].join('; ');
}

/** Null where the text does not have a name. */
function actorsOf(text: (name: string) => string, incident: MapIncident, article: string): Actor[] | null {
  const actors: Actor[] = [];
  for (const role of ACTOR_ROLES) {
    for (const name of namesOf(text(`actor-${role}`))) {
      const known = incident.actors.find((actor) => actor.role === role && actor.name === name);
      const span = known?.span ?? spanOf(name, incident, article);
      if (span === null) return null;
      actors.push({ name, role, span });
    }
  }
  return actors;
}

function namesOf(field: string): string[] {
  return [...new Set(field.split(/[;؛]/).map((name) => name.trim()))].filter((name) => name !== '');
}

/** Where the text has a name: in a passage that tells of the incident, or else anywhere; null where nowhere. */
function spanOf(name: string, { evidence }: MapIncident, article: string): Span | null {
  const told = evidence.find((quote) => quote.text.includes(name));
  const start = told ? told.start + told.text.indexOf(name) : article.indexOf(name);
  return start < 0 ? null : { start, end: start + name.length };
}

function keyOf({ name, role }: Actor): string {
  return `${role} ${name}`;
}

function numbersOf(low: string, best: string, high: string, before: Numbers | null): Numbers | null | 'order' {
  const read = [low, best, high].map((value) => (value === '' ? null : Number(value)));
  const likely = read[1] ?? null;
  let [least, most] = [read[0] ?? null, read[2] ?? null];
  if (least === null && likely === null && most === null) return null;
  const wasExact = before !== null && before.low === before.best && before.best === before.high;
  // Who corrects an exact figure means it so: the bounds that stood beside it go along.
  if (likely !== null && (before === null || wasExact)) {
    if (least === null || least === before?.low) least = likely;
    if (most === null || most === before?.high) most = likely;
  }
  const known = [least, likely, most].filter((n) => n !== null);
  const isWhole = known.every((n) => Number.isInteger(n) && n >= 0 && n <= MOST);
  if (!isWhole || known.some((n, i) => n < (known[i - 1] ?? 0))) return 'order';
  return { low: least, best: likely, high: most };
}

const MOST = 100_000_000;

function isSame(a: Numbers | null, b: Numbers | null): boolean {
  return a === null || b === null ? a === b : a.low === b.low && a.best === b.best && a.high === b.high;
}
