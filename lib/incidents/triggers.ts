import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import { CAPITAL } from '../text/tokenize';
import type { Harmed } from './casualties';
import type { TriggerCue } from './guards';
import type { CueOf, Reading, SentenceTokens } from './reading';
import type { TriggerClass } from './sense';

/** The triggers of a sentence; a weapon with a verb of impact is one too: "rockets hit the base". */
export function readTriggers(reading: Reading, { from, to }: SentenceTokens): TriggerCue[] {
  const triggers: TriggerCue[] = [];
  let last = -1;
  for (let i = from; i < to; i++) {
    // "artillery fire killed" is no fire.
    if (i <= last || reading.at(i).length === 0) continue;
    const weapon = reading.find(i, 'weapon');
    const trigger = reading.find(i, 'trigger') ?? readSplit(reading, i, to) ?? readImpact(reading, i, from, to);
    // طائرات مسيرة are drones, no march.
    if (!trigger && weapon) last = weapon.last;
    // "The National Disaster Management Authority": part of a name.
    if (trigger && isInName(reading, trigger)) continue;
    // الفجر is dawn, not an explosion: no verb has an article.
    if (!trigger || reading.placeAt(i) || (trigger.sense.verb && trigger.clitics & CLITIC.ARTICLE)) continue;
    triggers.push(trigger);
    last = trigger.last;
  }
  return triggers;
}

function isInName(reading: Reading, { first, sense }: TriggerCue): boolean {
  const isCapital = (i: number) => ((reading.tokens.flags[i] ?? 0) & CAPITAL) !== 0;
  return (
    sense.trigger.weak &&
    !sense.verb &&
    isCapital(first) &&
    isCapital(first - 1) &&
    reading.gaps[first] === GAP.SPACE &&
    isCapital(first + 1)
  );
}

/** Tokens within which a split verb has its second word: `سيطرت قوات الدعم السريع على`. */
const SPLIT_REACH = 8;

const DESCRIBED_REACH = 14;
const DESCRIBING = new Set(
  'carrying taking bringing transporting ferrying bound travelling traveling heading headed packed loaded laden full returning belonging'.split(
    ' ',
  ),
);

/** A verb whose second word stands behind its subject or its object, with nothing between them but people and their number. */
function readSplit(reading: Reading, i: number, to: number): TriggerCue | null {
  const head = reading.find(i, 'split');
  if (!head) return null;
  const heads = reading.at(i).filter((cue): cue is CueOf<'split'> => cue.sense.kind === 'split');
  // "A lorry carrying traders home from a market in Kasese overturned": what it carried stands between.
  const described = DESCRIBING.has(reading.word(head.last + 1));
  // "Walked through Popayán on Sunday to demand a ceasefire".
  const isMarch = reading.language === 'en' && head.sense.trigger.type === 'Protests';
  const reach = described || isMarch ? DESCRIBED_REACH : SPLIT_REACH;
  for (let k = head.last + 1; k < Math.min(to, head.last + 1 + reach) && (reading.gaps[k] ?? 0) <= gapBefore(reading, k); k++) {
    const word = reading.word(k);
    const found = heads.find(({ sense }) => sense.tails.has(word) || sense.tails.has(`${word} ${reading.word(k + 1)}`));
    // "The car was hit by a shell": no accident.
    if (found && found.sense.trigger.type === 'Accident' && PASSIVE.has(reading.word(k - 1)) && STRUCK.has(word)) return null;
    // "Their tractor ran over a mine": the verb's own object names it.
    if (found && (isPhrase(reading.find(k, 'trigger')) || (reading.find(k, 'split') && readSplit(reading, k, to)))) return null;
    if (found) {
      const { trigger, future } = found.sense;
      return { ...found, sense: { kind: 'trigger', trigger, verb: true, number: 1, future } };
    }
    if (
      reading.find(k, 'trigger') ||
      reading.has(k, 'separator') ||
      (reading.has(k, 'locative') && !described && !isMarch && reading.gaps[k + 1] !== GAP.JOINER)
    )
      return null;
  }
  return null;
}

const PASSIVE = new Set(['was', 'were', 'been', 'being']);
const STRUCK = new Set(['hit', 'struck', 'crushed', 'knocked']);

/** "Struck a roadside bomb": more than a verb. */
function isPhrase(cue: TriggerCue | null): boolean {
  return cue !== null && cue.last > cue.first && !cue.sense.trigger.weak;
}

/** The widest gap over which a verb still governs: `أوقفت القوات، السبت، 26 مشتبها` sets off the day. */
function gapBefore(reading: Reading, k: number): number {
  return reading.isDated(k) || reading.isDated(k - 1) ? GAP.COMMA : GAP.QUOTE;
}

const IMPACT_REACH = 8;

function readImpact(reading: Reading, i: number, from: number, to: number): TriggerCue | null {
  const weapon = reading.find(i, 'weapon');
  if (!weapon?.sense.weapon.impact) return null;
  const near = (at: number) => at >= from && at < to && reading.has(at, 'impact');
  for (let d = 1; d <= IMPACT_REACH; d++) {
    const [before, behind] = [i - d, weapon.last + d];
    const found =
      near(behind) && reading.gapBetween(weapon.last, behind) <= GAP.QUOTE
        ? behind
        : near(before) && reading.gapBetween(before, i) <= GAP.QUOTE
          ? before
          : -1;
    if (found < 0) continue;
    const { subType, name } = weapon.sense.weapon;
    const trigger: TriggerClass = { ...PLAIN, type: 'Explosions/Remote violence', subType, weapon: name };
    return { ...weapon, sense: { kind: 'trigger', trigger, verb: true, number: 1, future: false } };
  }
  return null;
}

/** A trigger's class where nothing special is said of it. */
const PLAIN: TriggerClass = {
  type: 'Accident',
  subType: null,
  weapon: null,
  generic: false,
  explosion: false,
  clash: false,
  weak: false,
  killing: false,
  rank: 0,
};

/** "Another 14 people were taken to hospital": a sentence that only counts tells of what was told before. */
export function harmTrigger(reading: Reading, harmed: readonly Harmed[]): TriggerCue[] {
  const counted = harmed.find(({ count }) => count.low !== 0);
  const word = counted ? reading.find(counted.token, 'casualty') : null;
  return word ? [{ ...word, sense: { kind: 'trigger', trigger: ONLY_HARM, verb: true, number: 1, future: false } }] : [];
}
const ONLY_HARM: TriggerClass = { ...PLAIN, weak: true, killing: true, rank: -1 };
