import type { IncidentStatus, Span } from '../types';
import type { EventDraft } from './events';
import type { Reading } from './reading';

/** Whether an event is reported, or claimed by its doer, denied or threatened, and the words that say so. */
export function statusOf(reading: Reading, draft: EventDraft): { status: IncidentStatus; span: Span | null } {
  if (draft.verdict === 'threatened') return { status: 'threatened', span: draft.statusSpan };
  if (draft.verdict === 'denied') return { status: 'denied', span: draft.statusSpan };
  const claim = claimOf(reading, draft);
  return claim ? { status: 'claimed', span: claim } : { status: 'reported', span: null };
}

const PRONOUNS = new Set([
  'it',
  'they',
  'its',
  'their',
  'he',
  'إنه',
  'إنها',
  'أنه',
  'أنها',
  'إنهم',
  'أنهم',
  'بأنها',
  'بأنه',
  'بأنهم',
  'قواتها',
  'قواته',
  'مقاتليها',
  'مقاتليه',
  'عناصرها',
  'طائراتها',
  'طائراته',
  'سلاحها',
  'مقاتلوها',
  'مقاتلوه',
]);

/** "The group said it had fired rockets", `قالت الجماعة إنها قصفت`: the doer speaks of his own deed. */
function claimOf(reading: Reading, { sentence, from, to, triggers, trigger }: EventDraft): Span | null {
  const claim = reading.firstCue(from, to, 'claim');
  if (claim && !isPlainClaim(reading, claim.first)) return { start: claim.start, end: claim.end };
  // `أعلنت سيطرتها على البلدة، وهو ما لم يتسن التحقق منه`.
  const unverified = reading.firstCue(trigger.last + 1, sentence.to, 'unverified');
  if (unverified) return { start: unverified.start, end: unverified.end };
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!reading.has(i, 'say')) continue;
    const pronoun = pronounBehind(reading, i, sentence.to);
    if (
      pronoun >= 0 &&
      triggers.some(
        ({ first, sense }) => first > pronoun && first - pronoun <= CLAIM_REACH && (sense.verb || reading.lastCue(pronoun, first, 'carry')),
      ) &&
      hasDoer(reading, sentence.from, pronoun, i)
    )
      return reading.spanOf(i, pronoun);
    // أعلنت كتائب القسام استهداف …: what an armed group announces of its own deed.
    if (reading.language === 'ar' && !trigger.sense.trigger.killing && announcesDeed(reading, i, trigger.first))
      return reading.spanOf(i, i);
  }
  return null;
}

const CLAIM_REACH = 6;

/** "claimed five lives" and a bare "claimed" claim nothing here. */
function isPlainClaim(reading: Reading, i: number): boolean {
  return reading.find(i, 'casualty') !== null && !/respons|مسؤول|credit/.test(reading.word(i + 1));
}

function pronounBehind(reading: Reading, say: number, to: number): number {
  for (let i = say + 1; i < Math.min(to, say + 14); i++) {
    if (PRONOUNS.has(reading.word(i))) return i;
    // قال مسؤول إن مسلحين …: whoever is told of behind إن is not the speaker.
    if (COMPLEMENT.test(reading.word(i))) return PRONOUNS.has(reading.word(i + 1)) ? i + 1 : -1;
  }
  return -1;
}

const COMPLEMENT = /^(ب?أن|إن)$/;

/** An armed party before the pronoun, which is no bystander: an army, a group, a government. */
function hasDoer(reading: Reading, from: number, to: number, say: number): boolean {
  const [left, right] = reading.language === 'ar' ? [say, to] : [from, say + 1];
  for (let i = left; i < right; i++) {
    const actor = reading.find(i, 'actor');
    if (DOERS.test(reading.word(i))) return true;
    if ((actor?.sense.group === 'armed' || actor?.sense.group === 'militant') && !BYSTANDERS.test(reading.word(i))) return true;
  }
  return reading.mentions.some(({ first, mention }) => mention.role === 'associative' && first >= left && first < right);
}

const DOERS = /^(group|movement|faction|organi[sz]ation|[وف]?(ال)?(جماعة|حركة|فصيل|تنظيم|مجموعة))$/;
const BYSTANDERS = /^(police|authorities|government|ministry|(ال)?شرطة|(ال)?سلطات|(ال)?حكومة)$/;

function announcesDeed(reading: Reading, say: number, trigger: number): boolean {
  if (!/^و?(أعلن|أعلنت|تبنى|تبنت)$/.test(reading.word(say)) || trigger - say > 8 || trigger <= say) return false;
  for (let i = say + 1; i < trigger; i++) {
    const actor = reading.find(i, 'actor');
    if (actor?.sense.group === 'militant') return actor.last >= trigger - 4;
  }
  return false;
}
