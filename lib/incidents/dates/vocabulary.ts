import arDates from '../../../data/lexicon/ar/dates.json';
import enDates from '../../../data/lexicon/en/dates.json';
import { join1, join2 } from '../../text/hash';
import { NO_VALUE, TokenTable } from '../../text/token-table';
import { tokenize } from '../../text/tokenize';
import type { Language } from '../../types';
import type { TimeUnit } from './date-expression';
import type { Part } from './point';

export const UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'year'];

/** Words that have one meaning and no number. */
const MARKS = [
  'nights',
  'partsOfDay',
  'recent',
  'since',
  'ago',
  'later',
  'earlier',
  'laterBy',
  'earlierBy',
  'weekend',
  'between',
  'from',
  'to',
  'and',
  'of',
  'in',
  'until',
  'about',
  'continuing',
  'every',
  'named',
  'yearNouns',
  'nicknames',
  'future',
  'counted',
  'hijriEra',
  'commonEra',
  'sameYear',
  'few',
  'past',
] as const;
export type Mark = (typeof MARKS)[number];

/** Each mark's bit in `Meaning.marks`. */
export const MARK = Object.fromEntries(MARKS.map((mark, bit) => [mark, 1 << bit])) as Readonly<Record<Mark, number>>;

/** The marks of words with which a date may begin. */
const OPENERS = [
  'nights',
  'partsOfDay',
  'recent',
  'since',
  'ago',
  'later',
  'earlier',
  'laterBy',
  'earlierBy',
  'weekend',
  'between',
  'from',
  'about',
  'few',
] as const satisfies readonly Mark[];

/** What a word or phrase can be; it may be several things at once. */
export interface Meaning {
  month?: number;
  hijriMonth?: number;
  /** How much a month's name needs beside it, being a word or a person's name too: 1 a preposition, 2 a number, 3 a year. */
  doubt?: number;
  weekday?: number;
  doubtfulWeekday?: boolean;
  /** Days from publication. */
  offset?: number;
  unit?: TimeUnit;
  /** How many units the form of the word stands for; null where a plural leaves it open. */
  amount?: 1 | 2 | null;
  count?: number;
  ordinal?: number;
  shift?: number;
  narrative?: number;
  part?: Part;
  definite?: boolean;
  /** A full stop may follow without ending anything: "Aug." */
  abbreviated?: boolean;
  /** MARK bits. */
  marks: number;
  /** Whether a date may begin with it. */
  opens: boolean;
}

/** A meaning behind proclitics: how many letters they are, and whether they join to what stands before or lead to what follows. */
export interface Word {
  readonly meaning: Meaning;
  readonly strip: number;
  readonly conjunction: boolean;
  readonly preposition: boolean;
}

export type DateLexicon = typeof arDates | typeof enDates;

/** The date words of a language, found by token hashes. `words[value]` is the word of a table's value; 0 is none. */
export interface Vocabulary {
  readonly table: TokenTable;
  readonly words: readonly (Word | null)[];
  readonly language: Language;
  /** The days of the weekend, 1 Monday to 7 Sunday. */
  readonly weekend: readonly [number, number];
}

const compiled: Partial<Record<Language, Vocabulary>> = {};

/** A language's vocabulary, compiled when first asked for. */
export function vocabularyOf(language: Language): Vocabulary {
  return (compiled[language] ??= compileVocabulary(language === 'ar' ? arDates : enDates, language === 'ar'));
}

/** Proclitics of one token: و and ف join, ب and ل lead. */
const CLITICS = ['', 'و', 'ف', 'ب', 'ل', 'وب', 'ول', 'فب', 'فل'];
const ARTICLE = 'ال';

function compileVocabulary(source: DateLexicon, arabic: boolean): Vocabulary {
  const meanings = new Map<string, Meaning>();
  const define = (phrase: string, meaning: Omit<Meaning, 'marks' | 'opens'>) => {
    const known = meanings.get(phrase);
    if (known) Object.assign(known, meaning);
    else meanings.set(phrase, { ...meaning, marks: 0, opens: false });
  };
  /** Arabic units and numbers are definite in some phrases: `الأيام الثلاثة الماضية`. */
  const defineBoth = (phrase: string, meaning: Omit<Meaning, 'marks' | 'opens'>) => {
    define(phrase, meaning);
    if (arabic) define(ARTICLE + phrase, { ...meaning, definite: true });
  };
  source.months.forEach((names, i) => names.forEach((name) => define(name, { month: i + 1 })));
  source.hijriMonths.forEach((names, i) => names.forEach((name) => define(name, { hijriMonth: i + 1 })));
  source.doubtful.forEach((names, i) => names.forEach((name) => define(name, { doubt: i + 1 })));
  source.weekdays.forEach((names, i) => names.forEach((name) => define(name, { weekday: i + 1 })));
  source.doubtfulWeekdays.forEach((name) => define(name, { doubtfulWeekday: true }));
  source.ordinals.forEach((names, i) => names.forEach((name) => define(name, { ordinal: i + 1 })));
  for (const [offset, phrases] of Object.entries(source.days)) phrases.forEach((phrase) => define(phrase, { offset: Number(offset) }));
  for (const [shift, phrases] of Object.entries(source.shifts)) phrases.forEach((phrase) => define(phrase, { shift: Number(shift) }));
  for (const [days, phrases] of Object.entries(source.narrative)) phrases.forEach((phrase) => define(phrase, { narrative: Number(days) }));
  for (const [count, phrases] of Object.entries(source.numbers)) phrases.forEach((phrase) => defineBoth(phrase, { count: Number(count) }));
  [source.parts.early, source.parts.middle, source.parts.late].forEach((phrases, i) =>
    phrases.forEach((phrase) => define(phrase, { part: (i + 1) as Part })),
  );
  for (const unit of UNITS) {
    const { one, two, many } = source.units[unit];
    one.forEach((phrase) => defineBoth(phrase, { unit, amount: 1 }));
    two.forEach((phrase) => defineBoth(phrase, { unit, amount: 2 }));
    many.forEach((phrase) => defineBoth(phrase, { unit, amount: null }));
  }
  for (const mark of MARKS) {
    for (const phrase of source[mark]) {
      define(phrase, {});
      const known = meanings.get(phrase);
      if (known) known.marks |= MARK[mark];
    }
  }
  source.abbreviated.forEach((phrase) => define(phrase, { abbreviated: true }));
  const openers = OPENERS.reduce((bits, mark) => bits | MARK[mark], 0);
  for (const meaning of meanings.values()) meaning.opens = (meaning.marks & openers) !== 0 || isTemporal(meaning);
  const [first = 6, last = 7] = source.weekendDays;
  return { ...compileTable(meanings, arabic), language: arabic ? 'ar' : 'en', weekend: [first, last] };
}

function isTemporal(meaning: Meaning): boolean {
  const { month, hijriMonth, weekday, offset, unit, count, ordinal, shift, narrative, part } = meaning;
  return [month, hijriMonth, weekday, offset, unit, count, ordinal, shift, narrative, part].some((role) => role !== undefined);
}

function compileTable(meanings: ReadonlyMap<string, Meaning>, arabic: boolean): Pick<Vocabulary, 'table' | 'words'> {
  const forms: { phrase: string; word: Word }[] = [];
  for (const clitics of arabic ? CLITICS : ['']) {
    for (const [phrase, meaning] of meanings) {
      const leads = /[بل]/.test(clitics);
      // `باب` is a door and no `بآب`: a name that is a word too takes no preposition into its token.
      if (leads && meaning.doubt !== undefined) continue;
      // ل swallows the alef of the article, and is left where it stands for it.
      const swallows = clitics.endsWith('ل') && phrase.startsWith(ARTICLE);
      forms.push({
        phrase: swallows ? clitics + phrase.slice(1) : clitics + phrase,
        word: { meaning, strip: clitics.length - (swallows ? 1 : 0), conjunction: /[وف]/.test(clitics), preposition: leads },
      });
    }
  }
  const tokens = tokenize(forms.map(({ phrase }) => phrase).join('\n'));
  const table = TokenTable.withCapacity(tokens.count);
  const words: (Word | null)[] = [null];
  let token = 0;
  let end = -1;
  for (const { phrase, word } of forms) {
    end += phrase.length + 1;
    let h1 = tokens.hash1[token] ?? 0;
    let h2 = tokens.hash2[token] ?? 0;
    for (token++; token < tokens.count && (tokens.start[token] ?? 0) < end; token++) {
      table.set(h1, h2, null);
      h1 = join1(h1, tokens.hash1[token] ?? 0);
      h2 = join2(h2, tokens.hash2[token] ?? 0);
    }
    const known = table.get(h1, h2) & NO_VALUE;
    if (known === 0 || known === NO_VALUE) table.set(h1, h2, words.push(word) - 1);
    else merge(words[known] ?? null, word);
  }
  return { table, words };
}

/** Two spellings that fold together (`أبريل`, `ابريل`) are one word; a form behind clitics never takes from a plain one (`واحد`). */
function merge(known: Word | null, word: Word): void {
  if (!known || known.strip !== 0 || word.strip !== 0) return;
  const marks = known.meaning.marks | word.meaning.marks;
  Object.assign(known.meaning, word.meaning, { marks, opens: known.meaning.opens || word.meaning.opens });
}
