import { CLITIC, CliticReadings } from '../text/clitics';
import { GAP } from '../text/gaps';
import { isWithin } from './exactness';
import type { PlaceMention, Reading } from './reading';

/** A name and the token that it begins with. */
export type Words = Pick<PlaceMention, 'mention' | 'first' | 'last'>;

export type Link = 'in' | 'on' | 'from' | 'none';

const readings = new CliticReadings();

/** What ties a place to its sentence: walked back over head nouns and adjectives to the preposition. */
export function linkOf(reading: Reading, { first, mention }: Words, from: number): Link {
  const start = reading.tokens.start[first] ?? 0;
  if (mention.start > start && reading.language === 'ar') {
    readings.read(reading.tokens, first, false);
    for (let r = 0; r < readings.count; r++) {
      if (readings.start[r] !== mention.start) continue;
      if ((readings.clitics[r] ?? 0) & CLITIC.BA) return 'in';
      if ((readings.clitics[r] ?? 0) & CLITIC.LAM) return 'none';
    }
  }
  if (mention.relation && mention.relation.type !== 'part') return 'in';
  // "Gaza's civil defence agency": whose, not where.
  if (/^['’]s\s/.test(reading.text.slice(mention.end, mention.end + 3))) return 'none';
  if (reading.word(first - 1) === 'of' && PEOPLE_OF.has(reading.word(first - 2)))
    return ONE_OF.has(reading.word(first - 2)) ? 'from' : 'none';
  let listed = false;
  for (let i = first - 1, steps = 0; i >= from && steps < 5; i--, steps++) {
    const gap = reading.gaps[i + 1] ?? 0;
    if (gap > GAP.COMMA && gap !== GAP.QUOTE) break;
    if (gap === GAP.COMMA) listed = true;
    if (PEOPLE_OF.has(reading.word(i))) return ONE_OF.has(reading.word(i)) ? 'from' : 'none';
    if (reading.hasEnding(i, 'locative')) return isOrigin(reading, i, first) ? 'from' : 'in';
    if (reading.hasEnding(i, 'on')) return 'on';
    if (reading.hasEnding(i, 'origin')) return 'from';
    if (reading.find(i, 'trigger') || reading.has(i, 'say') || reading.has(i, 'carry') || reading.has(i, 'separator')) break;
    if (reading.language === 'ar' && prefixed(reading, i)) return 'in';
  }
  return listed ? 'in' : 'none';
}

/** "Set out from Zuwara in Libya": the country of where they came from. */
function isOrigin(reading: Reading, at: number, first: number): boolean {
  const [inner, outer] = [reading.placeAt(at - 1), reading.placeAt(first)];
  return inner !== null && outer !== null && isWithin(inner.place, outer.place) && reading.hasEnding(inner.first - 1, 'origin');
}

/** `من سكان جرادة`: where they live, not where they come from. */
/** "A resident of Tubas was shot at the scene": one of them may be anywhere. */
const ONE_OF = new Set(['resident', 'native', 'villager']);
const PEOPLE_OF = new Set(['سكان', 'أهالي', 'أهل', 'residents', 'resident', 'inhabitants', 'villager', 'native']);

/** A head noun before the place with ب: `بقاعدة في الأردن`, `بمدينة حمص`. */
function prefixed(reading: Reading, i: number): boolean {
  return reading.at(i).some(({ clitics }) => (clitics & CLITIC.BA) !== 0);
}
