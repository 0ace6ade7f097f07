import type { Harmed } from './casualties';
import type { CueOf, Reading, SentenceTokens } from './reading';

type TriggerCue = CueOf<'trigger'>;

/** Films, drills, matches, anniversaries: words of an event in a sentence on another matter. */
export function isAnotherMatter(reading: Reading, sentence: SentenceTokens, trigger: TriggerCue, harmed: readonly Harmed[]): boolean {
  const { from, to } = sentence;
  const names = reading.namesIn(sentence);
  if (names.has('fiction')) return true;
  if (names.has('anniversary')) return true;
  if (isVictimless(reading, sentence, trigger, harmed)) return true;
  if (!harmed.some(({ harm, count }) => harm === 'killed' && count.low !== 0) && names.has('drill')) return true;
  if (harmed.length === 0 && reading.count('drill') >= DRILL_ARTICLE) return true;
  const { trigger: kind } = trigger.sense;
  if (names.has('rhetoric') && isRhetoric(reading, from, to, trigger, harmed)) return true;
  // "Pakistani shares were slaughtered": a market hurts nobody, whatever its words.
  if (
    harmed.every(({ count }) => count.best === 1) &&
    reading.count('finance') >= (names.has('finance') ? SPORTS_ARTICLE : FINANCE_ARTICLE)
  )
    return true;
  // "The substitute killed the match".
  if (familyOfWords(kind) && reading.count('strongSport') >= SPORTS_ARTICLE && harmed.every(({ count }) => count.best === 1)) return true;
  const loose = kind.generic || kind.rank < 1;
  if (harmed.length > 0 && !kind.weak) return false;
  // In an article on a match or a play, what hurts nobody is most likely a figure of speech.
  if (
    harmed.length === 0 &&
    familyOfWords(kind) &&
    (reading.count('strongSport') >= SPORTS_ARTICLE || reading.count('fiction') >= FICTION_ARTICLE)
  )
    return true;
  if (names.has('strongSport') && (loose || kind.type === 'Battles' || kind.rank < 2)) return true;
  if (!loose) return false;
  if (reading.count('strongSport') >= SPORTS_ARTICLE) return true;
  if (!names.has('sport')) return false;
  let sports = 0;
  for (let i = from; i < to; i++) if (reading.has(i, 'sport')) sports++;
  return sports >= 2;
}

/** `استولت على أسلحة`: only what lies somewhere is territory. */
export function isSeizureOfThings(reading: Reading, { last, sense }: TriggerCue): boolean {
  if (reading.language !== 'ar' || !sense.verb || reading.word(last) !== 'على' || !sense.trigger.subType?.endsWith('overtakes territory'))
    return false;
  for (let i = last + 1; i <= last + 3; i++)
    if (reading.placeAt(i) ?? (reading.find(i, 'actor')?.sense.group === 'object' || reading.has(i, 'locative'))) return false;
  return true;
}

/** What the words of sport and stage are borrowed from. */
function familyOfWords({ type }: TriggerCue['sense']['trigger']): boolean {
  return type === 'Violence against civilians' || type === 'Battles' || type === 'Explosions/Remote violence' || type === 'Riots';
}
const FICTION_ARTICLE = 3;
/** A market's report speaks so in sentences that name none of its things. */
const FINANCE_ARTICLE = 5;
/** A drill's article tells its script too. */
const DRILL_ARTICLE = 3;

/** A match's article speaks of attacks in sentences that name neither ball nor goal. */
const SPORTS_ARTICLE = 3;

/** "The bill was killed", "the band stormed the stage": a verb of violence without anybody who does or suffers it. */
function isVictimless(reading: Reading, { from, to }: SentenceTokens, trigger: TriggerCue, harmed: readonly Harmed[]): boolean {
  const { type, subType } = trigger.sense.trigger;
  if (reading.language !== 'en' || !trigger.sense.verb || type !== 'Violence against civilians' || subType !== 'Attack') return false;
  if (harmed.length > 0) return false;
  for (let i = from; i < to; i++)
    if (reading.find(i, 'actor') || reading.find(i, 'person') || reading.find(i, 'weapon') || reading.find(i, 'number')) return false;
  return true;
}

/** An attack in words: "attacked the minister over the budget". */
function isRhetoric(reading: Reading, from: number, to: number, trigger: TriggerCue, harmed: readonly Harmed[]): boolean {
  const { generic, type, weak, explosion } = trigger.sense.trigger;
  if (
    harmed.length > 0 ||
    !generic ||
    (type !== 'Violence against civilians' && !(explosion && trigger.sense.verb)) ||
    weak ||
    !reading.firstCue(from, to, 'rhetoric')
  )
    return false;
  for (let i = from; i < to; i++) {
    // `فجر رئيس الكتلة قنبلة`: in parliament, words.
    if (reading.find(i, 'weapon') && !explosion) return false;
    const group = reading.find(i, 'actor')?.sense.group;
    if (group === 'militant' || (group === 'object' && !explosion)) return false;
  }
  return true;
}
