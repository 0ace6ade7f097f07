/** What a file or a page says, before anybody has checked it: the fields of an article, and who wrote it. */
export interface ReadDocument {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly source: string | null;
  /** The page's own word for its address; null where it says none, or one that is not its own. */
  readonly url: string | null;
  /** Its words may not be those that are seen: whoever reads it should look. */
  readonly isDoubtful?: true;
}

export const MAX_DOCUMENT_CHARACTERS = 1_000_000;
const MAX_FIELD = 1_000;

/** A document with its text tidied: line ends alike, no more than one empty line, no control characters. */
export function toDocument(text: string, rest: Partial<Omit<ReadDocument, 'text'>> = {}): ReadDocument {
  const { title = null, byline = null, publishedAt = null, language = null, source = null, url = null } = rest;
  return {
    text: tidy(text),
    title: oneLine(title),
    byline: oneLine(byline),
    publishedAt: isoDate(publishedAt),
    language: language !== null && /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(language) ? language.replaceAll('_', '-') : null,
    source: oneLine(source),
    url,
  };
}

export function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\0-\x08\x0b\x0e-\x1f\x7f\ufeff]/g, '')
    .replace(/[\f\v]/g, '\n\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A field of one line, cut where it is longer than any; null where it is empty. */
export function oneLine(text: string | null | undefined): string | null {
  const line = (text ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_FIELD);
  return line === '' ? null : line;
}

/**
 * A date as ISO 8601: as it is where it is one already, else in UTC where it says its own time zone (as mail and feeds
 * write it). Null for what cannot be read without guessing.
 */
export function isoDate(text: string | null | undefined): string | null {
  const given = (text ?? '').trim().slice(0, 60);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(given);
  if (iso) {
    const [, day = '', minutes, seconds = ':00', zone = ''] = iso;
    const time = Date.parse(`${day}T${minutes ?? '00:00'}${minutes ? seconds : ':00'}Z`);
    // Date.parse takes 31 April for 1 May.
    if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) return null;
    if (!minutes) return day;
    return `${day}T${minutes}${seconds}${zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')}`;
  }
  if (!/\d{4}.*(GMT|UTC?|Z|[+-]\d{4}|[ECMP][SD]T)\b/i.test(given)) return null;
  const time = Date.parse(given);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
