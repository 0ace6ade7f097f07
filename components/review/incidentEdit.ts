import type { IncidentEdit } from '@/lib/review/corrections';
import { INCIDENT_STATUSES, type Count, type DatePrecision, type MapIncident } from '@/lib/types';

/** What cannot be kept of a form, as a message of `review.edit`. */
export type EditProblem = 'order' | 'days';

type Numbers = Pick<Count, 'low' | 'best' | 'high'>;

const PRECISIONS: readonly DatePrecision[] = [1, 2, 3, 4, 5];

/**
 * What a form changes of an incident: the fields that differ; null where none does. An empty number is not known, and
 * three empty ones say that the article gives none. A figure alone counts as exact: low, best and high are it.
 */
export function editOf(form: FormData, incident: MapIncident): IncidentEdit | EditProblem | null {
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
  const headline = text('headline');
  if (headline !== '' && headline !== incident.headline) edit.headline = headline;
  return Object.keys(edit).length === 0 ? null : edit;
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
