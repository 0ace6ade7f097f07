import { DIRECTIONS, type Direction, type Language } from '../types';
import { foldPhrase } from './fold-phrase';

/** A pattern as `data/lexicon/{ar,en}/relations.json` has it. */
interface PatternSource {
  readonly type: string;
  readonly pattern: string;
  readonly not?: string;
}

/** `data/lexicon/{ar,en}/relations.json`. */
export interface RelationSource {
  readonly units: readonly { readonly km: number; readonly words: readonly string[] }[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Kilometres of a unit in the dual: `كيلومترين`. */
  readonly duals: Readonly<Record<string, number>>;
  readonly ranges: readonly string[];
  readonly before: readonly PatternSource[];
  readonly after: readonly PatternSource[];
  readonly between: readonly PatternSource[];
  readonly pair: {
    readonly border: readonly string[];
    readonly between: string;
    readonly roads: string;
    readonly cues: string;
    readonly cuesAfter: string;
    readonly borderAfter: string;
  };
}

/** What fills a slot, in the order in which a pattern's groups capture it. A distance takes two: number and unit. */
type Slot = 'number' | 'unit' | 'direction' | 'demonym';

/** A phrase that puts something in relation to a place, as a regular expression over folded words. */
export interface RelationPattern {
  readonly type: string;
  readonly expression: RegExp;
  readonly slots: readonly Slot[];
  /** Words that give the phrase another meaning: before it, or behind it where it follows the name. */
  readonly not: ReadonlySet<string>;
  /** The phrase is a direction and nothing else. */
  readonly bare: boolean;
}

/** A language's relation phrases, by the folded word that stands beside the name: most names have none there. */
export interface RelationPatterns {
  readonly before: ReadonlyMap<string, readonly RelationPattern[]>;
  readonly after: ReadonlyMap<string, readonly RelationPattern[]>;
  readonly between: readonly RelationPattern[];
  readonly pairBorder: readonly RelationPattern[];
  readonly betweenWord: string;
  readonly roads: ReadonlySet<string>;
  readonly cues: ReadonlySet<string>;
  readonly cuesAfter: ReadonlySet<string>;
  readonly borderAfter: ReadonlySet<string>;
  readonly kmByUnit: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly duals: ReadonlyMap<string, number>;
  readonly directions: ReadonlyMap<string, Direction>;
}

const fold = (phrase: string): string => foldPhrase(phrase, 0, phrase.length).text.trim();
const wordSet = (words: string): ReadonlySet<string> => new Set(fold(words).split(' ').filter(Boolean));

/** Compiles a language's relation phrases. Throws where a pattern has a slot that does not exist. */
export function compileRelations(
  source: RelationSource,
  directionWords: Readonly<Record<string, readonly string[]>>,
  language: Language,
): RelationPatterns {
  const directions = new Map<string, Direction>();
  for (const direction of DIRECTIONS) for (const phrase of directionWords[direction] ?? []) directions.set(fold(phrase), direction);
  const kmByUnit = new Map(source.units.flatMap(({ km, words }) => words.map((word) => [fold(word), km] as const)));
  const numbers = new Map(Object.entries(source.numbers).map(([word, value]) => [fold(word), value]));
  const duals = new Map(Object.entries(source.duals).map(([word, km]) => [fold(word), km]));
  const withArticle = (phrase: string) => language === 'ar' && phrase.startsWith('ال');
  const phrases = [...directions.keys()];
  const fillers: Fillers = {
    distance: distanceExpression([...numbers.keys(), ...duals.keys()], [...kmByUnit.keys()], source.ranges.map(fold)),
    direction: phrases.filter((phrase) => !withArticle(phrase)),
    adjective: phrases.filter(withArticle),
  };
  const prefix = language === 'ar' ? '(?<= )[وفبل]?' : '(?<= )';
  const compile = ({ type, pattern, not }: PatternSource, side: 'before' | 'after' | 'whole') => {
    const { expression, slots, edge } = compilePattern(pattern, fillers, side);
    const bounded = side === 'before' ? `${prefix}${expression}$` : side === 'after' ? `^ ${expression}` : `^ ${expression}$`;
    return {
      pattern: { type, expression: new RegExp(bounded, 'd'), slots, not: wordSet(not ?? ''), bare: /^\{[a-z]+\}$/.test(pattern) },
      edge,
    };
  };
  const keyed = (patterns: readonly PatternSource[], side: 'before' | 'after') => {
    const map = new Map<string, RelationPattern[]>();
    for (const item of patterns) {
      const { pattern, edge } = compile(item, side);
      for (const word of edge) map.set(word, [...(map.get(word) ?? []), pattern]);
    }
    return map;
  };
  return {
    before: keyed(source.before, 'before'),
    after: keyed(source.after, 'after'),
    between: source.between.map((item) => compile(item, 'whole').pattern),
    pairBorder: source.pair.border.map((pattern) => compile({ type: 'border', pattern }, 'before').pattern),
    betweenWord: fold(source.pair.between),
    roads: wordSet(source.pair.roads),
    cues: wordSet(source.pair.cues),
    cuesAfter: wordSet(source.pair.cuesAfter),
    borderAfter: wordSet(source.pair.borderAfter),
    kmByUnit,
    numbers,
    duals,
    directions,
  };
}

interface Fillers {
  readonly distance: string;
  readonly direction: readonly string[];
  readonly adjective: readonly string[];
}

const alternatives = (phrases: readonly string[]): string => [...phrases].sort((a, b) => b.length - a.length).join('|');

/** `20 km`, `10 to 15 miles`, `40 kilometers (25 miles)`: the number and the unit are captured. */
function distanceExpression(numbers: readonly string[], units: readonly string[], ranges: readonly string[]): string {
  const number = `\\d+(?:[.,]\\d+)*|${alternatives(numbers)}`;
  return `(?:(?:${number}) (?:(?:${alternatives(ranges)}) )?)?(${number})(?: ?(${alternatives(units)}))? (?:\\( [^()]* \\) )?`;
}

/** An atom of a pattern: `[a|b]`, `(a|b)`, `{slot}` or a word. */
const ATOM = /\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|[^\s[\](){}]+/g;

/** `edge`: the words that may stand at the pattern's end that touches the name. Every atom takes the space behind it. */
function compilePattern(pattern: string, fillers: Fillers, side: 'before' | 'after' | 'whole') {
  const slots: Slot[] = [];
  const edges: { words: string[]; optional: boolean }[] = [];
  const slotOf = (name: string): { expression: string; words: string[] } => {
    if (name === 'distance') {
      slots.push('number', 'unit');
      return { expression: fillers.distance, words: [] };
    }
    if (name === 'demonym') {
      slots.push('demonym');
      return { expression: '([^ ]+) ', words: [] };
    }
    if (name !== 'direction' && name !== 'adjective') throw new Error(`relations: "${pattern}" has a slot {${name}} that does not exist`);
    slots.push('direction');
    return { expression: `(${alternatives(fillers[name])}) `, words: [...fillers[name]] };
  };
  const phraseOf = (text: string): { expression: string; words: string[] } => {
    // A phrase may itself hold a slot: `الحدود {demonym}`.
    let expression = '';
    let words: string[] = [];
    for (const piece of text.match(/\{[^}]*\}|[^\s{}]+/g) ?? []) {
      const part = piece.startsWith('{')
        ? slotOf(piece.slice(1, -1))
        : { expression: `${fold(piece) || piece} `, words: [fold(piece) || piece] };
      words = side === 'after' && expression ? words : part.words;
      expression += part.expression;
    }
    return { expression, words };
  };
  let expression = '';
  for (const atom of pattern.match(ATOM) ?? []) {
    const optional = atom.startsWith('[');
    const grouped = optional || atom.startsWith('(');
    const options = (grouped ? atom.slice(1, -1).split('|') : [atom]).map(phraseOf);
    expression += `(?:${options.map((option) => option.expression).join('|')})${optional ? '?' : ''}`;
    edges.push({ words: options.flatMap((option) => option.words), optional });
  }
  return { expression, slots, edge: edgeWords(side === 'before' ? edges.toReversed() : edges, side) };
}

function edgeWords(atoms: readonly { words: readonly string[]; optional: boolean }[], side: 'before' | 'after' | 'whole'): Set<string> {
  const edge = new Set<string>();
  for (const { words, optional } of atoms) {
    for (const phrase of words) edge.add((side === 'before' ? phrase.split(' ').at(-1) : phrase.split(' ')[0]) ?? phrase);
    if (!optional) break;
  }
  return edge;
}
