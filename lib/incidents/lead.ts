import type { Event } from './event';
import { isDateline } from './dateline';
import { onlyPlaceOf } from './places';
import type { PlaceMention, Reading, SentenceTokens } from './reading';
import { isNamed, placeOf, type Telling } from './telling';
import { NO_DATE, onlyDayOf } from './times';

/** Sentences in which an article tells its news. */
export const LEAD = 2;

/**
 * "The toll of the sinking rose to 31. The ferry was full when a wave hit it on Saturday", "An air strike hit a market in Myanmar. Bombs
 * were dropped on the town of Pauk": what the lead leaves open, the next sentence fills in, where it tells of no event of its own.
 */
export function withSentenceBehind(reading: Reading, tellings: Telling[]): Telling[] {
  const told = new Set(tellings.flatMap((telling) => telling.map(({ draft }) => draft.sentence.index)));
  return tellings.map((telling) => {
    const [first] = telling;
    const sentence = reading.sentences[1];
    if (!first || !sentence || first.draft.sentence.index > 0 || told.has(1) || first.status === 'threatened') return telling;
    // The day on which somebody said it is not yet the event's.
    const dated = telling.some(({ when }) => when.narrative || (when.date && !when.soft));
    const when = dated ? null : onlyDayOf(reading, sentence);
    const place = telling.some(isNamed) ? null : onlyPlaceOf(reading, sentence, placeOf(telling));
    if (!when && !place) return telling;
    const more: Event = {
      ...first,
      draft: { ...first.draft, sentence },
      place,
      when: when ?? NO_DATE,
      toll: null,
      otherToll: null,
      updates: false,
      evidence: sentence.span,
    };
    return [...telling, more];
  });
}

/** Where the article opens with an incident and names no place for it, its dateline does. */
export function withDateline(reading: Reading, tellings: Telling[]): Telling[] {
  const [lead, ...rest] = tellings;
  const first = lead?.[0];
  if (!lead || !first || placeOf(lead) || lead.some(isNamed) || first.draft.sentence.index > 1 || first.status === 'threatened')
    return tellings;
  const place = reading.mentions.find((mention) => isDateline(reading, mention));
  if (place && isOfAnotherCountry(reading, first.draft.sentence, place)) return tellings;
  return place ? [[{ ...first, place }, ...lead.slice(1)], ...rest] : tellings;
}

/** "General X, who has died aged 91": a life is told. */
export function isObituary(reading: Reading): boolean {
  const lead = reading.sentences[LEAD - 1] ?? reading.sentences[0];
  return lead !== undefined && reading.firstCue(0, lead.to, 'obituary') !== null;
}

/** "An appeals court upheld the sentences of four men": what they did was news once. */
export function isVerdict(reading: Reading): boolean {
  const [lead] = reading.sentences;
  return lead !== undefined && reading.firstCue(lead.from, lead.to, 'court') !== null;
}

/** "BANGKOK — Myanmar's military bombed": the report was written abroad. */
function isOfAnotherCountry(reading: Reading, { from, to }: SentenceTokens, dateline: PlaceMention): boolean {
  const own = dateline.place.countryCode;
  return reading.mentions.some(
    ({ first, place }) => first >= from && first < to && place.countryCode !== null && own !== null && place.countryCode !== own,
  );
}
