import { DIRECTIONS, KINDS, type Direction, type Kind } from '../types';
import { tablePhrases } from './phrase-table';
import type { RelationPatterns } from './relation-patterns';
import { NO_VALUE, type TokenTable } from './token-table';

/** What a word or a phrase can be: bits of `Lexicon.classes`. A word may be several things at once. */
export const WORD = {
  COMMON: 1 << 0,
  AMBIGUOUS: 1 << 1,
  LOCATIVE: 1 << 2,
  WEAK_LOCATIVE: 1 << 3,
  DIRECTION: 1 << 4,
  HEAD_BEFORE: 1 << 5,
  HEAD_AFTER: 1 << 6,
  HEAD_OF: 1 << 7,
  TITLE: 1 << 8,
  GIVEN_NAME: 1 << 9,
  FAMILY_NAME: 1 << 10,
  ORGANIZATION_HEAD: 1 << 11,
  ORGANIZATION: 1 << 12,
  AGENT_VERB: 1 << 13,
  AGENT_NOUN: 1 << 14,
  AGENT_BEFORE: 1 << 15,
  AGENT_AFTER: 1 << 16,
  MONTH: 1 << 17,
  WEEKDAY: 1 << 18,
  ADJECTIVE: 1 << 19,
  STATE: 1 << 20,
  NEAR: 1 << 21,
  HONORIFIC: 1 << 22,
  /** A head noun in the dual or plural: it heads a list of names. */
  HEAD_MANY: 1 << 23,
  /** Begins names, and is none without the next word. */
  NAME_BUILDER: 1 << 24,
  /** A phrase that names no place, whatever its words name: مسقط رأسه. */
  IDIOM: 1 << 25,
} as const;

/** A language's word lists as its data files have them. */
export interface LexiconSource {
  readonly headNouns: {
    readonly heads: readonly { readonly word: string; readonly kind: string; readonly side?: string; readonly many?: boolean }[];
  };
  readonly directions: { readonly directions: Readonly<Record<string, readonly string[]>> };
  readonly locatives: { readonly words: readonly { readonly word: string; readonly strength: string }[] };
  readonly near: { readonly words: readonly string[] };
  readonly agents: {
    readonly verbs: readonly string[];
    readonly nouns: readonly string[];
    readonly before: readonly string[];
    readonly after: readonly string[];
  };
  readonly organizations: { readonly heads: readonly string[]; readonly names: readonly string[] };
  readonly titles: { readonly words: readonly string[]; readonly honorifics: readonly string[] };
  readonly givenNames: { readonly words: readonly string[] };
  readonly familyNames: { readonly words: readonly string[] };
  readonly months: { readonly words: readonly string[] };
  readonly weekdays: { readonly words: readonly string[] };
  readonly commonWords: { readonly words: readonly string[]; readonly ambiguous: readonly string[]; readonly idioms: readonly string[] };
  readonly demonyms: { readonly words: readonly string[] };
  /** Phrases that put something in relation to a place, compiled. */
  readonly relations: RelationPatterns;
  readonly nameBuilders?: { readonly words: readonly string[] };
  readonly abbreviations: {
    readonly states?: readonly { readonly abbr: readonly string[]; readonly admin1: string }[];
    readonly noBreakAfter: readonly string[];
  };
  /** Words of everyday text, commonest first. */
  readonly frequency: readonly string[];
}

/** The word lists of one language, compiled for look-up by token hashes. */
export class Lexicon {
  private constructor(
    readonly table: TokenTable,
    private readonly entries: readonly Entry[],
    /** Lower-case words whose final full stop ends no sentence. */
    readonly abbreviations: ReadonlySet<string>,
    readonly relations: RelationPatterns,
  ) {}

  /** Throws where a list names a kind or a direction that the domain does not have, or holds a phrase without letters. */
  static compile(source: LexiconSource): Lexicon {
    const { table, entries } = compileItems(itemsOf(source));
    return new Lexicon(table, entries, new Set(source.abbreviations.noBreakAfter.map((word) => word.toLowerCase())), source.relations);
  }

  /** The entry of a value of `table`, or null where the sequence is only the beginning of longer ones. */
  entry(value: number): Entry | null {
    return this.entries[(value & NO_VALUE) - 1] ?? null;
  }
}

/** What the lexicon knows of a word or phrase. */
export interface Entry {
  /** WORD bits. */
  classes: number;
  /** Index into KINDS, or -1. */
  kind: number;
  /** Index into DIRECTIONS, or -1. */
  direction: number;
  /** Rank in everyday text, 1 the commonest; 0 where it is not among those counted. */
  rank: number;
}

/** One phrase of one list, with what that list says of it. */
interface Item extends Partial<Entry> {
  readonly phrase: string;
}

function itemsOf(source: LexiconSource): Item[] {
  const items: Item[] = source.frequency.map((phrase, i) => ({ phrase, rank: i + 1 }));
  const add = (phrases: readonly string[], classes: number) => phrases.forEach((phrase) => items.push({ phrase, classes }));
  add(source.commonWords.words, WORD.COMMON);
  add(source.commonWords.ambiguous, WORD.AMBIGUOUS);
  add(source.commonWords.idioms, WORD.IDIOM);
  for (const { word, strength } of source.locatives.words) add([word], strength === 'strong' ? WORD.LOCATIVE : WORD.WEAK_LOCATIVE);
  for (const { word, kind, side, many } of source.headNouns.heads) {
    const index = KINDS.indexOf(kind as Kind);
    if (index < 0) throw new Error(`lexicon: head noun "${word}" has kind "${kind}", wanted one of ${KINDS.join(', ')}`);
    items.push({
      phrase: word,
      kind: index,
      classes: (side === 'after' ? WORD.HEAD_AFTER : side === 'of' ? WORD.HEAD_OF : WORD.HEAD_BEFORE) | (many ? WORD.HEAD_MANY : 0),
    });
  }
  for (const [direction, phrases] of Object.entries(source.directions.directions)) {
    const index = DIRECTIONS.indexOf(direction as Direction);
    if (index < 0) throw new Error(`lexicon: direction "${direction}", wanted one of ${DIRECTIONS.join(', ')}`);
    for (const phrase of phrases) items.push({ phrase, direction: index, classes: WORD.DIRECTION });
  }
  add(source.near.words, WORD.NEAR);
  add(source.titles.words, WORD.TITLE);
  add(source.titles.honorifics, WORD.HONORIFIC);
  add(source.givenNames.words, WORD.GIVEN_NAME);
  add(source.familyNames.words, WORD.FAMILY_NAME);
  add(source.organizations.heads, WORD.ORGANIZATION_HEAD);
  add(source.organizations.names, WORD.ORGANIZATION);
  add(source.agents.verbs, WORD.AGENT_VERB);
  add(source.agents.nouns, WORD.AGENT_NOUN);
  // The proclitic or possessive at a phrase's edge is part of the name's own token in an article.
  const before = source.agents.before.map((phrase) => phrase.replace(/ [لب]$/, ''));
  const after = source.agents.after.map((phrase) => phrase.replace(/^'s /, ''));
  add(before, WORD.AGENT_BEFORE);
  add(after, WORD.AGENT_AFTER);
  add(source.months.words, WORD.MONTH);
  add(source.weekdays.words, WORD.WEEKDAY);
  add(source.demonyms.words, WORD.ADJECTIVE);
  add(source.nameBuilders?.words ?? [], WORD.NAME_BUILDER);
  for (const state of source.abbreviations.states ?? []) add(state.abbr, WORD.STATE);
  return items;
}

/** Merges items of one phrase into one entry. */
function compileItems(items: readonly Item[]): { table: TokenTable; entries: Entry[] } {
  return tablePhrases('lexicon', items, (item, known: Entry | null) => {
    const entry = known ?? { classes: 0, kind: -1, direction: -1, rank: 0 };
    entry.classes |= item.classes ?? 0;
    if (item.kind !== undefined) entry.kind = item.kind;
    if (item.direction !== undefined) entry.direction = item.direction;
    if (item.rank !== undefined && entry.rank === 0) entry.rank = item.rank;
    return entry;
  });
}
