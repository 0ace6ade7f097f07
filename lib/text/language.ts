import { detectAll } from 'tinyld';
import type { Language } from '../types';

/** Characters from the head of a text that are enough to tell its language. */
const HEAD = 600;
/** Below this the detector's guess on a short text is worth less than the script it is written in. */
const MIN_ACCURACY = 0.5;

/** Characters below which a text is a headline or two. */
const SHORT = 200;
/** Words of English that its neighbours do not have. */
const ENGLISH_WORDS =
  /\b(the|of|and|to|were|from|with|by|said|says|after|near|kill(s|ed|ing)?|hits?|explode[sd]?|attacks?|west|east|north|south|central|people|who|which|their|has|have|been|are|injur(ed|ing)|wounded|(mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** Letters of Persian, Urdu, Kurdish and Pashto, which Arabic does not write. */
const FOREIGN_LETTERS = /[پچژگکیےٹڈڑہھۃەۆێڤټډښځ]/;

/**
 * The language in which a text is read: what `tag` (BCP 47) says where it is given, else what the text looks like.
 * Null for a language that is not read. The script decides, unless the detector is sure of another language in that
 * script (Persian, Urdu; French, German …): on headlines it is not to be relied on alone.
 */
export function detectLanguage(text: string, tag: string | null): Language | null {
  if (tag !== null) {
    const primary = tag.toLowerCase().split('-')[0];
    return primary === 'ar' || primary === 'en' ? primary : null;
  }
  const head = text.slice(0, HEAD);
  const language = dominantScript(text, HEAD) ?? dominantScript(text, text.length);
  if (language === null) return null;
  if (language === 'ar' && !FOREIGN_LETTERS.test(head)) return language;
  const guesses = detectAll(head);
  const [best] = guesses;
  if (!best || best.lang === language || best.accuracy < MIN_ACCURACY) return language;
  // On a line or two the detector takes English for whatever it shares letters with: function words know better.
  return language === 'en' && head.length < SHORT && ENGLISH_WORDS.test(head) ? language : null;
}

function dominantScript(text: string, limit: number): Language | null {
  let arabic = 0;
  let latin = 0;
  let other = 0;
  for (let i = 0; i < text.length && i < limit; i++) {
    const code = text.charCodeAt(i);
    if (
      (code >= 0x620 && code < 0x64b) ||
      (code >= 0x671 && code < 0x6d4) ||
      (code >= 0x6fa && code < 0x750) ||
      (code >= 0xfb50 && code < 0xfefd)
    )
      arabic++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x250)) latin++;
    else if (code >= 0x370 && code < 0x2000) other++;
    else if (code >= 0x3040 && code < 0xd800) other++;
  }
  const most = Math.max(arabic, latin, other);
  if (most === 0 || most === other) return null;
  return arabic > 0 && arabic * 2 >= latin ? 'ar' : latin > 0 ? 'en' : null;
}
