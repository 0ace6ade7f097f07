import type { EventDraft } from './events';
import type { PlaceMention, Reading } from './reading';
import { isTollOnly } from './telling';

/** Who speaks, and where the wounded are brought: their place is not the event's. */
const SPEAKERS = new Set(
  'ministry officials official spokesman spokeswoman prosecutors prosecutor authorities police witnesses court judge forecasters diplomats source sources doctors medics lawmakers bureau agency'.split(
    ' ',
  ),
);
const SPEAKING = new Set(['said', 'says', 'told', 'put', 'reported', 'confirmed', 'denied', 'warned', 'announced', 'added', 'gave']);
const HOSPITALS = new Set(['hospital', 'hospitals', 'clinic', 'morgue']);
const BRINGING = new Set(
  'taken flown rushed brought carried admitted transferred evacuated airlifted moved treated died die dying succumbed hospitalized hospitalised'.split(
    ' ',
  ),
);
const IN = new Set(['in', 'at', 'of', 'for']);

/** Tokens between a hospital and the verb that brings people there. */
const REACH = 7;

/** "A ministry in Kabul said", "flown to a hospital in Lviv": a place of the speaker's or of the hospital's. */
export function isElsewhere(reading: Reading, { first, last, place }: PlaceMention, draft: EventDraft): boolean {
  const { from } = draft.sentence;
  if (reading.language === 'ar') return isTollOnly(draft) && isArabicHospital(reading, first, from);
  // "Died at the State Specialist Hospital, Maiduguri".
  if (HOSPITALS.has(reading.word(first - 1))) return isTollOnly(draft);
  if (!IN.has(reading.word(first - 1))) return false;
  const head = first - 2;
  if (head < from) return false;
  if (reading.word(head) === 'speaking') return true;
  const word = reading.word(head);
  // A place told before is likely the event's own.
  if (SPEAKERS.has(word))
    return isSpeaking(reading, last) && !reading.mentions.some((other) => other.first < first && other.place.id === place.id);
  if (!HOSPITALS.has(word) || !isTollOnly(draft)) return false;
  for (let i = head - 1; i >= Math.max(from, head - REACH); i--) if (BRINGING.has(reading.word(i))) return true;
  return false;
}

/** `نقلوا إلى المستشفى التعليمي في مايدوغوري`. */
function isArabicHospital(reading: Reading, first: number, from: number): boolean {
  for (let i = first - 1; i >= Math.max(from, first - HOSPITAL_REACH); i--) if (HOSPITAL.test(reading.word(i))) return true;
  return false;
}
const HOSPITAL = /^[وبلف]?(ال)?(مستشفى|مستشفيات|مشفى|مشافي|مستوصف|لمستشفى)$/;
const HOSPITAL_REACH = 4;

function isSpeaking(reading: Reading, last: number): boolean {
  // "The agency in Jakarta, which at first spoke of seven dead".
  if (reading.word(last + 1) === 'which' || reading.word(last + 1) === 'who') return true;
  for (let i = last + 1; i <= last + 2; i++) if (SPEAKING.has(reading.word(i))) return true;
  return false;
}
