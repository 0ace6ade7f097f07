import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../lib/types';

/** One annotated toponym of a corpus. */
export interface GoldToponym {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly type?: string | null;
  readonly demonym?: boolean;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly GoldToponym[];
}

export interface Corpus {
  readonly name: string;
  readonly language: Language;
  readonly articles: readonly GoldArticle[];
  /** Types that are neither hits nor misses, as the scorer's `--ignore-types` has them. */
  readonly ignored: ReadonlySet<string>;
}

const FILES: readonly { name: string; language: Language; ignored: string[] }[] = [
  { name: 'lgl', language: 'en', ignored: [] },
  { name: 'geowebnews', language: 'en', ignored: ['Demonym', 'Language', 'Homonym', 'Embedded_Non_Lit'] },
  { name: 'anercorp_train', language: 'ar', ignored: [] },
  { name: 'wojood_sample', language: 'ar', ignored: [] },
];

/** The annotated corpora of a folder (see `docs/quality.md`). Throws where one is missing. */
export function readCorpora(dir: string): Corpus[] {
  return FILES.map(({ name, language, ignored }) => {
    const lines = readFileSync(path.join(dir, `${name}.jsonl`), 'utf8').split('\n');
    const articles = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldArticle);
    return { name, language, articles, ignored: new Set(ignored) };
  });
}

export function isIgnored(corpus: Corpus, toponym: GoldToponym): boolean {
  return toponym.demonym === true || toponym.type === 'Demonym' || corpus.ignored.has(toponym.type ?? '');
}

/** Whether an article is in the half that weights are tuned on; the other half only reports. */
export function isTuning(index: number): boolean {
  return index % 2 === 0;
}
