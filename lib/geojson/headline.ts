import type { Span } from '../types';

/** The clause of the first sentence that holds the trigger, cut at a word where it is long. */
export function headlineOf(text: string, { evidence, trigger }: { readonly evidence: readonly Span[]; readonly trigger: Span }): string {
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

/** Shortest and longest, in characters. */
const MIN_HEADLINE = 25;
const MAX_HEADLINE = 110;

function isClauseEnd(text: string, i: number): boolean {
  const next = text.charAt(i + 1);
  return /[,،;؛:“”«»]/.test(text.charAt(i)) && !/\d/.test(next);
}
