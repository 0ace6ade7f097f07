import { foldPhrase } from '../text/fold-phrase';
import type { Gazetteer } from './gazetteer';
import { lookup } from './lookup';
import { arabicSkeleton, latinSkeletons } from './skeleton';
import { withinDistance } from './spelling';

/** How a place was found: by one of its names as it stands, by how its name or a word of it begins, by a name spelled much like it, or by its sound. */
export type Match = 'name' | 'beginning' | 'spelling' | 'sound';

export interface Found {
  /** Index of the place in the gazetteer. */
  readonly place: number;
  readonly match: Match;
}

/** Names looked at for one beginning: two letters begin tens of thousands. */
const MAX_HITS = 20_000;
/** From this length on one letter may be wrong, and from the next one two. */
const SPELLING_FROM = 4;
const TWO_WRONG_FROM = 7;

/**
 * Finds places by name for a person who types one, in Arabic or Latin script: exact names of any spelling by the
 * gazetteer's own index, then by beginnings of its main names and of their words, by edit distance, and last by
 * consonant skeleton. The folded main names of one script are kept as one string, one name a line, which `indexOf` searches in
 * some milliseconds; it is built at the first question (`npx tsx bench/gazetteer-search.ts` measures both).
 */
export class NameSearch {
  private readonly scripts: readonly Lines[];

  constructor(private readonly gazetteer: Gazetteer) {
    const [latin, arabic] = [new LineBuilder(), new LineBuilder()];
    for (let place = 0; place < gazetteer.placeCount; place++) {
      const { en, ar } = gazetteer.label(place);
      latin.add(en, place);
      if (ar !== null) arabic.add(ar, place);
    }
    this.scripts = [latin.built(), arabic.built()];
  }

  /** The places that a name may mean, the likeliest first: by how they were found, then the more famous before the less. */
  find(query: string, limit: number): Found[] {
    const found = new Map<number, Match>();
    const add = (places: Iterable<number>, match: Match) => {
      for (const place of this.byFame(places)) if (!found.has(place) && found.size < limit) found.set(place, match);
    };
    const folded = foldPhrase(query, 0, query.length).text.trimEnd();
    if (folded === '') return [];
    add(
      lookup(this.gazetteer, query).map(({ place }) => place),
      'name',
    );
    // A whole name that begins so, then a word within one.
    for (const start of ['\n', '']) add(this.beginning(start + folded), 'beginning');
    if (found.size < limit) add(this.spelled(folded), 'spelling');
    if (found.size < limit) add(this.sounding(query), 'sound');
    return [...found].map(([place, match]) => ({ place, match }));
  }

  private beginning(folded: string): Set<number> {
    const article = folded.replace(' ', ' ال');
    const places = new Set<number>();
    for (const lines of this.scripts) for (const wanted of [folded, article]) lines.holding(wanted, MAX_HITS, (place) => places.add(place));
    return places;
  }

  private sounding(query: string): number[] {
    const arabic = arabicSkeleton(query);
    const skeletons = /\p{Script=Arabic}/u.test(query) ? (arabic === null ? [] : [arabic]) : latinSkeletons(query);
    return skeletons.flatMap((skeleton) => lookup(this.gazetteer, skeleton)).map(({ place }) => place);
  }

  private spelled(folded: string): Set<number> {
    const places = new Set<number>();
    const wanted = folded.slice(1);
    if (wanted.length < SPELLING_FROM) return places;
    const most = wanted.length < TWO_WRONG_FROM ? 1 : 2;
    for (const lines of this.scripts) lines.like(wanted, most, (place) => places.add(place));
    return places;
  }

  private byFame(places: Iterable<number>): number[] {
    const { fame, population } = this.gazetteer;
    return [...places].sort((a, b) => (fame[b] ?? 0) - (fame[a] ?? 0) || (population[b] ?? 0) - (population[a] ?? 0) || a - b);
  }
}

/** Names, one a line, each as `foldPhrase` leaves it: a space before and behind every word. */
class Lines {
  constructor(
    private readonly text: string,
    /** Where each line begins, and whose name it is. */
    private readonly starts: Uint32Array,
    private readonly places: Uint32Array,
  ) {}

  /** Tells the places whose line holds `wanted`, at most `most` of them. */
  holding(wanted: string, most: number, tell: (place: number) => void): void {
    let at = this.text.indexOf(wanted);
    for (let n = 0; at >= 0 && n < most; n++) {
      const line = this.lineOf(wanted.startsWith('\n') ? at + 1 : at);
      tell(this.places[line] ?? 0);
      const next = this.starts[line + 1];
      // The line break before the next line belongs to what is looked for in it.
      at = next === undefined ? -1 : this.text.indexOf(wanted, next - 1);
    }
  }

  /** Tells the places whose name is `wanted` but for a few letters. */
  like(wanted: string, most: number, tell: (place: number) => void): void {
    for (let line = 0; line < this.places.length; line++) {
      const start = (this.starts[line] ?? 0) + 1;
      const end = (this.starts[line + 1] ?? this.text.length) - 2;
      if (withinDistance(this.text, start, end, wanted, most)) tell(this.places[line] ?? 0);
    }
  }

  private lineOf(offset: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

class LineBuilder {
  private readonly lines: string[] = [];
  private readonly starts: number[] = [];
  private readonly places: number[] = [];
  private length = 1;

  add(name: string, place: number): void {
    const line = foldPhrase(name, 0, name.length).text;
    this.lines.push(line);
    this.starts.push(this.length);
    this.places.push(place);
    this.length += line.length + 1;
  }

  built(): Lines {
    return new Lines(`\n${this.lines.join('\n')}\n`, Uint32Array.from(this.starts), Uint32Array.from(this.places));
  }
}
