import type { Incident, MapIncident, Resolution, Span, WherePrecision } from '../types';
import { mentionStart, placementOf, type PlacementSource } from './placement';
import { geoPrecision } from './precision';

/** Longest headline, in characters. */
const MAX_HEADLINE = 110;

/** The contract's incidents, in the order in which the article tells them. Ids keep as long as trigger, place and day do. */
export function toMapIncidents(
  text: string,
  incidents: readonly Incident[],
  resolutions: readonly Resolution[],
  source: PlacementSource,
): MapIncident[] {
  const taken = new Set<string>();
  return incidents.map((incident) => {
    const resolution = incident.place === null ? undefined : resolutions[incident.place];
    const located = resolution ? locate(resolution, source) : null;
    return {
      id: idOf(incident, located?.id ?? null, taken),
      type: incident.type,
      subType: incident.subType,
      headline: headlineOf(text, incident),
      placeId: located?.id ?? null,
      ...(incident.unlocated ? { unlocated: text.slice(incident.unlocated.start, incident.unlocated.end) } : {}),
      wherePrecision: located?.precision ?? null,
      geoPrecision: located ? geoPrecision(located.precision) : null,
      date: incident.date && {
        ...incident.date.range,
        precision: incident.date.precision,
        text: incident.date.text,
        span: { start: incident.date.start, end: incident.date.end },
      },
      actors: incident.actors,
      // Where sources differ on the dead, what only one of them says of the injured still stands.
      casualties: {
        killed: incident.tolls.find(({ killed }) => killed)?.killed ?? null,
        injured: incident.tolls.find(({ injured }) => injured)?.injured ?? null,
      },
      tolls: incident.tolls.length > 1 ? incident.tolls : [],
      weapons: incident.weapons.map(({ name }) => name),
      status: incident.status,
      evidence: incident.evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
      spans: {
        trigger: incident.trigger,
        place: incident.unlocated ?? located?.span ?? null,
        status: incident.statusSpan,
        weapons: incident.weapons.map(({ span }) => span),
      },
      review: { by: 'machine' },
    };
  });
}

/** The feature's id and precision, as the map has them, and the words of the mention. */
function locate(resolution: Resolution, source: PlacementSource): { id: string; precision: WherePrecision; span: Span } | null {
  const placement = placementOf(resolution, source);
  if (!placement) return null;
  const span = { start: mentionStart(resolution.mention, placement), end: resolution.mention.end };
  return { id: placement.id, precision: placement.wherePrecision, span };
}

function idOf({ trigger, date }: Incident, placeId: string | null, taken: Set<string>): string {
  const base = `${trigger.start}@${placeId ?? 'nowhere'}`;
  const id = taken.has(base) ? `${base}@${date?.range.start ?? 'undated'}` : base;
  let unique = id;
  for (let n = 2; taken.has(unique); n++) unique = `${id}@${n}`;
  taken.add(unique);
  return unique;
}

/** The clause of the first sentence that holds the trigger, cut at a word where it is long. */
function headlineOf(text: string, { evidence, trigger }: Incident): string {
  const sentence = evidence.find(({ start, end }) => start <= trigger.start && trigger.end <= end) ?? evidence[0] ?? trigger;
  let start = sentence.start;
  let end = sentence.end;
  for (let i = trigger.start - 1; i > sentence.start; i--) {
    if (isClauseEnd(text, i)) {
      start = i + 1;
      break;
    }
  }
  for (let i = trigger.end; i < sentence.end; i++) {
    if (isClauseEnd(text, i) && i - start > MIN_HEADLINE) {
      end = i;
      break;
    }
  }
  if (trigger.end - start > MAX_HEADLINE) start = trigger.start;
  const words = text
    .slice(start, end)
    .replace(/^[\s"“”«»'‘’–—-]+|[\s"“”«»'‘’.,،؛:]+$/gu, '')
    .replace(SPEECH, '');
  if (words.length <= MAX_HEADLINE) return words;
  const cut = words.lastIndexOf(' ', MAX_HEADLINE - 1);
  return `${words.slice(0, cut > 0 ? cut : MAX_HEADLINE - 1)}…`;
}

/** `قال مسؤولون إن`: who says so is no news. */
const SPEECH = /^و?(?:قال|أعلن|أفاد|ذكر|أكد|أضاف|أوضح|صرح)(?:ت|وا)?\s(?:[^\s،,]+\s){0,6}?(?:إن|أن|بأن)\s/u;

const MIN_HEADLINE = 25;

function isClauseEnd(text: string, i: number): boolean {
  const next = text.charAt(i + 1);
  return /[,،;؛:“”«»]/.test(text.charAt(i)) && !/\d/.test(next);
}
