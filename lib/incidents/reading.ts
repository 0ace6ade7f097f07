import { GAP } from '../text/gaps';
import type { Tokens } from '../text/tokenize';
import type { Language, Mention, Place, Resolution, Span } from '../types';
import type { DateExpression } from './dates/date-expression';
import { readDates } from './dates/read-dates';
import { exactness } from './exactness';
import { hospitalCues } from './hospital';
import { incidentLexicon } from './incident-lexicon';
import { readCues, type Cue } from './read-cues';
import type { CueName, Sense, SenseKind } from './sense';

/** What event extraction is given of an article. */
export interface Source {
  readonly text: string;
  readonly language: Language;
  readonly publishedAt: string | null;
  readonly sentences: readonly Span[];
  readonly resolutions: readonly Resolution[];
  readonly tokens: Tokens;
  /** The gap before each token. */
  readonly gaps: Uint8Array;
  /** The place of a candidate. */
  readonly place: (index: number) => Place;
}

/** A place's mention with the tokens it covers. */
export interface PlaceMention {
  readonly index: number;
  readonly mention: Mention;
  readonly place: Place;
  readonly first: number;
  readonly last: number;
}

export interface DatedWords {
  readonly expression: DateExpression;
  readonly first: number;
  readonly last: number;
}

/** A sentence by its first token and the token behind its last. */
export interface SentenceTokens {
  readonly index: number;
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  /** Which paragraph of the text it stands in. */
  readonly paragraph: number;
}

export type CueOf<K extends SenseKind> = Cue<Extract<Sense, { kind: K }>>;

/** `محافظة نابلس` where the gazetteer gives the town: as wide as the text calls it, so that a village of it can be the more exact place. */
function asCalled({ headKind }: Mention, place: Place): Place {
  if (headKind === null || exactness(headKind) >= exactness(place.kind)) return place;
  return { ...place, kind: headKind === 'region' ? 'admin1' : headKind };
}

/** An article read once for all steps: tokens, cues, places and dates, each reachable by token. */
export class Reading {
  readonly text: string;
  readonly language: Language;
  readonly publishedAt: string | null;
  readonly tokens: Tokens;
  readonly gaps: Uint8Array;
  readonly sentences: readonly SentenceTokens[];
  readonly mentions: readonly PlaceMention[];
  /** Places that the text names as such and the gazetteer does not know, by their tokens. */
  readonly unlocated: readonly Pick<PlaceMention, 'mention' | 'first' | 'last'>[];
  readonly cues: readonly Cue[];
  private readonly starting: (Cue[] | undefined)[];
  private readonly ending: (Cue[] | undefined)[];
  /** The dates, and 1 for each token that belongs to one; read when first asked for, as most texts tell of no event. */
  private when: { readonly dates: readonly DatedWords[]; readonly dated: Uint8Array } | null = null;
  /** 1 + index into `mentions` of the one that a token belongs to. */
  private readonly placed: Int32Array;
  private country: string | null | undefined;
  private counts: Map<CueName, number> | null = null;
  private readonly names: (ReadonlySet<CueName> | undefined)[] = [];
  private readonly words: (string | undefined)[] = [];

  constructor(private readonly source: Source) {
    this.text = source.text;
    this.language = source.language;
    this.publishedAt = source.publishedAt;
    this.tokens = source.tokens;
    this.gaps = source.gaps;
    const cues = readCues(this.tokens, this.gaps, incidentLexicon(source.language));
    this.cues = [...cues, ...hospitalCues(this.tokens, this.gaps, cues)];
    this.starting = new Array<Cue[] | undefined>(this.tokens.count);
    this.ending = new Array<Cue[] | undefined>(this.tokens.count);
    for (const cue of this.cues) {
      (this.starting[cue.first] ??= []).push(cue);
      (this.ending[cue.last] ??= []).push(cue);
    }
    let paragraph = 0;
    this.sentences = source.sentences.map((span, index) => {
      if (this.text.slice(source.sentences[index - 1]?.end ?? span.start, span.start).includes('\n')) paragraph++;
      return { index, span, from: this.tokenAt(span.start), to: this.tokenAt(span.end), paragraph };
    });
    const tokensOf = ({ start, end }: Span) => ({ first: this.tokenHolding(start), last: this.tokenAt(end) - 1 });
    this.mentions = source.resolutions.flatMap(({ mention, candidates }, index) => {
      const best = candidates[0];
      return best ? [{ index, mention, place: asCalled(mention, source.place(best.place)), ...tokensOf(mention) }] : [];
    });
    this.unlocated = source.resolutions.flatMap(({ mention, candidates }) =>
      candidates.length === 0 && mention.role === 'literal' ? [{ mention, ...tokensOf(mention) }] : [],
    );
    this.placed = new Int32Array(this.tokens.count);
    this.mentions.forEach(({ first, last }, n) => this.placed.fill(n + 1, first, last + 1));
  }

  get dates(): readonly DatedWords[] {
    return this.readWhen().dates;
  }

  private readWhen(): { readonly dates: readonly DatedWords[]; readonly dated: Uint8Array } {
    if (this.when) return this.when;
    const { text, sentences, language, publishedAt } = this.source;
    const dates = readDates(text, sentences, language, publishedAt, this.tokens).map((expression) => ({
      expression,
      first: this.tokenHolding(expression.start),
      last: this.tokenAt(expression.end) - 1,
    }));
    const dated = new Uint8Array(this.tokens.count);
    for (const { first, last } of dates) dated.fill(1, first, last + 1);
    return (this.when = { dates, dated });
  }

  /** The country in which most of the article's places lie; null where they lie in many. */
  get home(): string | null {
    if (this.country !== undefined) return this.country;
    const counts = new Map<string, number>();
    let all = 0;
    for (const { place, mention } of this.mentions) {
      if (mention.role !== 'literal' || place.countryCode === null) continue;
      counts.set(place.countryCode, (counts.get(place.countryCode) ?? 0) + 1);
      all++;
    }
    return (this.country = [...counts].find(([, count]) => count * 2 > all)?.[0] ?? null);
  }

  /** The place that a token belongs to, or null. */
  placeAt(token: number): PlaceMention | null {
    return this.mentions[(this.placed[token] ?? 0) - 1] ?? null;
  }

  /** The names of all cues of a sentence: most guards look for what is not there. */
  namesIn({ index, from, to }: SentenceTokens): ReadonlySet<CueName> {
    let names = this.names[index];
    if (names) return names;
    const found = new Set<CueName>();
    for (let i = from; i < to; i++) for (const { sense } of this.at(i)) if (sense.kind === 'cue') found.add(sense.cue);
    this.names[index] = names = found;
    return names;
  }

  /** How many cues of a name the text holds. */
  count(name: CueName): number {
    let counts = this.counts;
    if (!counts) {
      this.counts = counts = new Map();
      for (const { sense } of this.cues) if (sense.kind === 'cue') counts.set(sense.cue, (counts.get(sense.cue) ?? 0) + 1);
    }
    return counts.get(name) ?? 0;
  }

  /** The first token that starts at or behind an offset. */
  tokenAt(offset: number): number {
    const { start, count } = this.tokens;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((start[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The token that holds an offset: the one before, where the offset is behind its proclitics. */
  tokenHolding(offset: number): number {
    const at = this.tokenAt(offset);
    return (this.tokens.start[at] ?? Infinity) > offset && at > 0 ? at - 1 : at;
  }

  isDated(token: number): boolean {
    return this.readWhen().dated[token] === 1;
  }

  /** Cues that begin, or end, at a token. */
  at(token: number): readonly Cue[] {
    return this.starting[token] ?? NONE;
  }
  endingAt(token: number): readonly Cue[] {
    return this.ending[token] ?? NONE;
  }

  /** The cue of a kind that begins at a token, or null. */
  find<K extends SenseKind>(token: number, kind: K): CueOf<K> | null {
    for (const cue of this.at(token)) if (cue.sense.kind === kind) return cue as CueOf<K>;
    return null;
  }

  has(token: number, name: CueName): boolean {
    for (const { sense } of this.at(token)) if (sense.kind === 'cue' && sense.cue === name) return true;
    return false;
  }

  hasEnding(token: number, name: CueName): boolean {
    for (const { sense } of this.endingAt(token)) if (sense.kind === 'cue' && sense.cue === name) return true;
    return false;
  }

  /** The last cue of a name that begins in [from, to), or null. */
  lastCue(from: number, to: number, name: CueName): Cue | null {
    for (let i = to - 1; i >= from; i--) for (const cue of this.at(i)) if (cue.sense.kind === 'cue' && cue.sense.cue === name) return cue;
    return null;
  }

  firstCue(from: number, to: number, name: CueName): Cue | null {
    for (let i = from; i < to; i++) for (const cue of this.at(i)) if (cue.sense.kind === 'cue' && cue.sense.cue === name) return cue;
    return null;
  }

  /** The token's letters, folded as far as lower case goes. */
  word(token: number): string {
    return (this.words[token] ??= this.text.slice(this.tokens.start[token] ?? 0, this.tokens.end[token] ?? 0).toLowerCase());
  }

  /** The strongest gap between two tokens. */
  gapBetween(from: number, to: number): number {
    let gap = 0;
    for (let i = Math.min(from, to) + 1; i <= Math.max(from, to); i++) gap = Math.max(gap, this.gaps[i] ?? GAP.SENTENCE);
    return gap;
  }

  spanOf(first: number, last: number): Span {
    return { start: this.tokens.start[first] ?? 0, end: this.tokens.end[last] ?? 0 };
  }
}

const NONE: readonly Cue[] = [];
