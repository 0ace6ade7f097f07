import { DIRECTIONS, KINDS, type Direction, type Kind } from '../types';
import { join1, join2 } from './hash';
import { TokenTable } from './token-table';
import { tokenize } from './tokenize';

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
} as const;

/** A language's word lists as its data files have them. */
export interface LexiconSource {
  readonly headNouns: { readonly heads: readonly { readonly word: string; readonly kind: string; readonly side?: string }[] };
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
  readonly titles: { readonly words: readonly string[] };
  readonly givenNames: { readonly words: readonly string[] };
  readonly familyNames: { readonly words: readonly string[] };
  readonly months: { readonly words: readonly string[] };
  readonly weekdays: { readonly words: readonly string[] };
  readonly commonWords: { readonly words: readonly string[]; readonly ambiguous: readonly string[] };
  readonly demonyms: { readonly words: readonly string[] };
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
  ) {}

  /** Throws where a list names a kind or a direction that the domain does not have. */
  static compile(source: LexiconSource): Lexicon {
    const builder = new Builder();
    const add = (words: readonly string[], classes: number) => words.forEach((word) => builder.add(word, classes));
    source.frequency.forEach((word, rank) => builder.rank(word, rank + 1));
    add(source.commonWords.words, WORD.COMMON);
    add(source.commonWords.ambiguous, WORD.AMBIGUOUS);
    for (const { word, strength } of source.locatives.words) builder.add(word, strength === 'strong' ? WORD.LOCATIVE : WORD.WEAK_LOCATIVE);
    for (const { word, kind, side } of source.headNouns.heads) {
      const index = KINDS.indexOf(kind as Kind);
      if (index < 0) throw new Error(`lexicon: head noun "${word}" has kind "${kind}", wanted one of ${KINDS.join(', ')}`);
      builder.add(word, side === 'after' ? WORD.HEAD_AFTER : side === 'of' ? WORD.HEAD_OF : WORD.HEAD_BEFORE).kind = index;
    }
    for (const [direction, words] of Object.entries(source.directions.directions)) {
      const index = DIRECTIONS.indexOf(direction as Direction);
      if (index < 0) throw new Error(`lexicon: direction "${direction}", wanted one of ${DIRECTIONS.join(', ')}`);
      for (const word of words) builder.add(word, WORD.DIRECTION).direction = index;
    }
    add(source.near.words, WORD.NEAR);
    add(source.titles.words, WORD.TITLE);
    add(source.givenNames.words, WORD.GIVEN_NAME);
    add(source.familyNames.words, WORD.FAMILY_NAME);
    add(source.organizations.heads, WORD.ORGANIZATION_HEAD);
    add(source.organizations.names, WORD.ORGANIZATION);
    add(source.agents.verbs, WORD.AGENT_VERB);
    add(source.agents.nouns, WORD.AGENT_NOUN);
    // The proclitic or possessive at a phrase's edge is part of the name's own token in an article.
    add(
      source.agents.before.map((phrase) => phrase.replace(/ [لب]$/, '')),
      WORD.AGENT_BEFORE,
    );
    add(
      source.agents.after.map((phrase) => phrase.replace(/^'s /, '')),
      WORD.AGENT_AFTER,
    );
    add(source.months.words, WORD.MONTH);
    add(source.weekdays.words, WORD.WEEKDAY);
    add(source.demonyms.words, WORD.ADJECTIVE);
    for (const state of source.abbreviations.states ?? []) add(state.abbr, WORD.STATE);
    return new Lexicon(builder.table(), builder.entries, new Set(source.abbreviations.noBreakAfter.map((word) => word.toLowerCase())));
  }

  /** The entry of a value of `table`, or null where the sequence is only the beginning of longer ones. */
  entry(value: number): Entry | null {
    return this.entries[(value & 0x7fffffff) - 1] ?? null;
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

class Builder {
  readonly entries: Entry[] = [];
  private readonly byKey = new Map<string, { entry: Entry; hashes: [number, number][] }>();

  add(phrase: string, classes: number): Entry {
    const entry = this.find(phrase);
    entry.classes |= classes;
    return entry;
  }

  rank(word: string, rank: number): void {
    const entry = this.find(word);
    if (entry.rank === 0) entry.rank = rank;
  }

  private find(phrase: string): Entry {
    const tokens = tokenize(phrase);
    const hashes: [number, number][] = [];
    for (let i = 0; i < tokens.count; i++) {
      const t1 = tokens.hash1[i] ?? 0;
      const t2 = tokens.hash2[i] ?? 0;
      const before = hashes[i - 1];
      hashes.push(before ? [join1(before[0], t1), join2(before[1], t2)] : [t1, t2]);
    }
    const last = hashes.at(-1);
    if (!last) throw new Error(`lexicon: "${phrase}" has no letters`);
    const key = last.join();
    let known = this.byKey.get(key);
    if (!known) {
      known = { entry: { classes: 0, kind: -1, direction: -1, rank: 0 }, hashes };
      this.byKey.set(key, known);
      this.entries.push(known.entry);
    }
    return known.entry;
  }

  table(): TokenTable {
    let size = 0;
    for (const { hashes } of this.byKey.values()) size += hashes.length;
    const table = TokenTable.withCapacity(size);
    let value = 1;
    for (const { hashes } of this.byKey.values()) {
      hashes.forEach(([h1, h2], i) => table.set(h1, h2, i === hashes.length - 1 ? value : null));
      value++;
    }
    return table;
  }
}
