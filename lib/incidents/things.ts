import { GAP } from '../text/gaps';
import type { Quantity } from './counts';
import type { Reading } from './reading';

/** A figure without people behind it counts them only where nothing else is counted: "killed 12", not "killed 12 cows". */
export function isThing(reading: Reading, quantity: Quantity): boolean {
  const next = quantity.last + 1;
  if (next >= reading.tokens.count || (reading.gaps[next] ?? 0) > GAP.JOINER) return false;
  if (reading.find(next, 'person') || reading.find(next, 'casualty') || reading.isDated(next)) return false;
  const known = reading
    .at(next)
    .some(
      ({ sense }) =>
        sense.kind === 'cue' || sense.kind === 'to' || sense.kind === 'of' || sense.kind === 'boundAfter' || sense.kind === 'nationality',
    );
  return (
    !known &&
    !FUNCTION_WORDS.has(reading.word(next)) &&
    (reading.find(next, 'actor')?.sense.group === 'object' || UNITS.has(reading.word(next)))
  );
}

const FUNCTION_WORDS = new Set(['and', 'or', 'people', 'others', 'more', 'as']);
const UNITS = new Set([
  'percent',
  'per',
  'kilometers',
  'kilometres',
  'km',
  'miles',
  'meters',
  'metres',
  'hectares',
  'animals',
  'cows',
  'sheep',
  'cattle',
  'livestock',
  'goats',
  'dogs',
  'horses',
  'trees',
  'million',
  'years',
  'hours',
  'minutes',
  'days',
  'dollars',
  'رأس',
  'كيلومترا',
  'كلم',
  'كم',
  'هكتار',
  'هكتارا',
  'دولار',
  'سنة',
  'عاما',
  'ساعة',
  'ساعات',
  'دقيقة',
  'بالمئة',
  'بالمائة',
  'مترا',
  'متر',
]);
