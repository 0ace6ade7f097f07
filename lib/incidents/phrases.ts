import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import { CAPITAL, LATIN } from '../text/tokenize';
import { isOffice } from './places';
import type { Reading, SentenceTokens } from './reading';
import type { ActorGroup } from './sense';

/** A phrase that names someone, or something that can be hit. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** `state` for a name that stands for a government; `nationality` for an adjective alone. */
  readonly group: ActorGroup | 'state' | 'nationality';
}

const phrasesBySentence = new WeakMap<SentenceTokens, Phrase[]>();

/** Phrases that name someone in a sentence, left to right; read once for all its events. */
export function phrasesOf(reading: Reading, sentence: SentenceTokens): readonly Phrase[] {
  let phrases = phrasesBySentence.get(sentence);
  if (!phrases) phrasesBySentence.set(sentence, (phrases = readPhrases(reading, sentence.from, sentence.to)));
  return phrases;
}

function readPhrases(reading: Reading, from: number, to: number): Phrase[] {
  const phrases: Phrase[] = [];
  for (let i = from; i < to;) {
    const phrase = readPhrase(reading, i, from, to);
    if (phrase) phrases.push(phrase);
    i = phrase ? phrase.last + 1 : i + 1;
  }
  return phrases;
}

function readPhrase(reading: Reading, i: number, from: number, to: number): Phrase | null {
  if (reading.placeAt(i)?.mention.role === 'literal') return null;
  const alone = reading.language === 'en' && reading.find(i, 'nationality');
  if (alone && reading.at(alone.last + 1).some(({ sense }) => sense.kind === 'trigger' || sense.kind === 'weapon'))
    return readName(reading, i, to);
  const head = reading.find(i, 'actor') ?? reading.find(i, 'person');
  if (!head) return readName(reading, i, to);
  const group: ActorGroup = head.sense.kind === 'actor' ? head.sense.group : isGroup(head.sense.group) ? head.sense.group : 'civilian';
  if (reading.language === 'ar') {
    const last = arabicTail(reading, head.last, to);
    // رعاة مسلحون: armed, whatever they do for a living.
    const armed = group === 'civilian' && ARMED.test(reading.word(last));
    return { first: i, last, start: head.start, end: reading.tokens.end[last] ?? head.end, group: armed ? 'militant' : group };
  }
  let last = head.last;
  let kind = group;
  for (let next = last + 1; next < to && (reading.gaps[next] ?? 0) <= GAP.JOINER; next = last + 1) {
    const more = reading.find(next, 'actor') ?? reading.find(next, 'person');
    if (!more) break;
    last = more.last;
    if (more.sense.kind === 'actor') kind = more.sense.group === 'object' && kind !== 'object' ? 'object' : more.sense.group;
  }
  let first = i;
  while (
    first > from &&
    (reading.gaps[first] ?? 0) <= GAP.JOINER &&
    isEnglishModifier(reading, first - 1) &&
    reading.placeAt(first - 1)?.mention.role !== 'literal'
  )
    first--;
  // "Gwer West Local Government Area": a district.
  if (reading.word(last) === 'government' && reading.word(last + 1) === 'area') return null;
  return { first, last, ...reading.spanOf(first, last), group: kind };
}

function isGroup(group: string): group is ActorGroup {
  return group === 'armed' || group === 'militant' || group === 'civilian';
}

function isEnglishModifier(reading: Reading, i: number): boolean {
  if (reading.find(i, 'trigger') || reading.isDated(i)) return false;
  const ends = reading.endingAt(i).some(({ sense }) => sense.kind === 'modifier' || sense.kind === 'nationality');
  return (
    ends ||
    (((reading.tokens.flags[i] ?? 0) & CAPITAL) !== 0 &&
      ((reading.tokens.flags[i] ?? 0) & LATIN) !== 0 &&
      (reading.gaps[i] ?? 0) < GAP.SENTENCE &&
      !reading.at(i).some(({ sense }) => sense.kind === 'cue'))
  );
}

/** Adjectives behind an Arabic head, and one construct: قوات الأمن العراقية, أفراد القوة. */
function arabicTail(reading: Reading, head: number, to: number): number {
  let last = head;
  for (let i = head + 1; i < to && i <= head + 4 && (reading.gaps[i] ?? 0) <= GAP.SPACE && !reading.isDated(i); i++) {
    const adjective = reading
      .endingAt(i)
      .some(({ sense, first }) => (sense.kind === 'nationality' || sense.kind === 'modifier') && first > head);
    const construct =
      last === head &&
      i === head + 1 &&
      !NO_CONSTRUCT.test(reading.word(head)) &&
      !reading.endingAt(head).some(({ sense }) => sense.kind === 'nationality') &&
      (reading.find(i, 'actor') ?? reading.find(i, 'person')) !== null &&
      !reading.at(i).some(({ clitics }) => (clitics & (CLITIC.CONJUNCTION | CLITIC.BA | CLITIC.LAM)) !== 0);
    if (!adjective && !construct) break;
    last = i;
  }
  return last;
}

const ARMED = /^(ال)?مسلح(ون|ين|ان|ة)?$/;

/** With its n, or its article, a noun has no genitive behind it: مسلحون طبيبين, الجيش مخيما are two phrases. */
const NO_CONSTRUCT = /^[وفبل]?ال|(ون|ين|ان)$/;

/** A government said by its place's name, or a nationality that stands alone. */
function readName(reading: Reading, i: number, to: number): Phrase | null {
  const mention = reading.placeAt(i);
  if (mention?.first === i && mention.mention.role === 'associative' && !isOffice(reading, i))
    return { first: i, last: mention.last, start: mention.mention.start, end: mention.mention.end, group: 'state' };
  const nationality = reading.find(i, 'nationality');
  if (!nationality || nationality.last >= to) return null;
  return { first: i, last: nationality.last, start: nationality.start, end: nationality.end, group: 'nationality' };
}
