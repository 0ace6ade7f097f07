import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import nlp from 'compromise';
import { loadEngine, listToponyms } from '../lib/api/engine';
import { geoparse, readIncidents } from '../lib/geoparse';
import { loadGazetteer } from '../lib/gazetteer/load';
import type { Article } from '../lib/types';

/**
 * `npm run bench [-- DIR]`: how fast the engine is, on one core. Texts are the project's samples and, where DIR
 * (default ../shared/eval/data) holds them, annotated corpora. Each figure is the median of ROUNDS runs after one that
 * is not counted; ratios are taken within one run.
 */
const ROUNDS = 5;
const MIXED_ARTICLES = 200;
const LINES = [1_000, 10_000, 100_000];

const dir = process.argv[2] ?? '../shared/eval/data';
const seed = sample('ain-al-asad');
console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`);

console.log(`index loaded: ${median(() => time(() => void loadGazetteer('data/build'))).toFixed(1)} ms`);
const engine = loadEngine();
console.log(`seed article (${seed.text.length} characters): ${(1000 / median(() => perArticle([seed], 300))).toFixed(0)} a second`);

const english = [sample('mindoro-ferry'), ...corpus('geowebnews', 'en')].slice(0, MIXED_ARTICLES);
const arabic = [seed, sample('nafusa-floods'), ...corpus('anercorp_train', 'ar')].slice(0, MIXED_ARTICLES);
const mixed = [...english, ...arabic];
console.log(
  `mixed text: ${(characters(mixed) / (median(() => perArticle(mixed, 1)) * mixed.length) / 1000).toFixed(1)} million characters a second`,
);
const ours = median(() => perArticle(english, 1));
const theirs = median(() => time(() => english.forEach(({ text }) => nlp(text).places().out('array'))) / english.length);
console.log(`English: ${ours.toFixed(3)} ms an article, compromise places() ${theirs.toFixed(3)} ms, ratio ${(theirs / ours).toFixed(1)}`);

for (const [name, articles] of [
  ['the seed article', Array.from({ length: 300 }, () => seed)],
  ['English', english],
  ['Arabic', arabic],
] as const) {
  const [places, incidents] = eventCost(articles);
  console.log(
    `event extraction, ${name}: ${incidents.toFixed(3)} ms, geoparsing ${places.toFixed(3)} ms, ratio ${(incidents / places).toFixed(2)}`,
  );
}

console.log('cost by length (seed text repeated):');
for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
  const text = seed.text.repeat(Math.ceil(length / seed.text.length)).slice(0, length);
  const ms = median(() => time(() => void listToponyms({ ...seed, text }, engine)));
  console.log(`  ${String(length).padStart(9)} characters: ${ms.toFixed(2)} ms, ${((1000 * ms) / length).toFixed(3)} µs a character`);
}
console.log('peak memory of --jsonl:');
for (const lines of LINES) console.log(`  ${String(lines).padStart(7)} lines: ${((await peakMemory(lines)) / 1e6).toFixed(0)} MB`);

function sample(id: string): Article {
  const { text, language } = JSON.parse(readFileSync(`data/articles/${id}.json`, 'utf8')) as Article;
  return { text, language, title: null, url: null, source: null, publishedAt: null };
}

function corpus(name: string, language: string): Article[] {
  const file = `${dir}/${name}.jsonl`;
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => ({ ...seed, text: (JSON.parse(line) as Article).text, language }));
}

function characters(articles: readonly Article[]): number {
  return articles.reduce((sum, { text }) => sum + text.length, 0);
}

/** Milliseconds an article. */
function perArticle(articles: readonly Article[], times: number): number {
  return (
    time(() => {
      for (let i = 0; i < times; i++) for (const article of articles) listToponyms(article, engine);
    }) /
    (times * articles.length)
  );
}

/** Milliseconds an article for geoparsing, and for reading its incidents after that. */
function eventCost(articles: readonly Article[]): [number, number] {
  const parsed = articles.map((article) => geoparse(article, engine.knowledge));
  const places = median(() => time(() => articles.forEach((article) => void geoparse(article, engine.knowledge))));
  const incidents = median(() => time(() => parsed.forEach((each, i) => void readIncidents(articles[i] ?? seed, each, engine.knowledge))));
  return [places / articles.length, incidents / articles.length];
}

function time(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function median(measure: () => number): number {
  measure();
  const runs = Array.from({ length: ROUNDS }, measure).sort((a, b) => a - b);
  return runs[ROUNDS >> 1] ?? NaN;
}

/** Largest resident set, in bytes, of the command reading so many lines (Linux: VmHWM). */
async function peakMemory(lines: number): Promise<number> {
  const child = spawn(process.execPath, ['--heap-growing-percent=10', '--import', 'tsx', 'cli/geoparse.ts', '--jsonl'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let peak = 0;
  child.stdout.on('data', () => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
  });
  const line = JSON.stringify({ id: 1, text: 'سقطت صواريخ في أربيل وبغداد قرب قاعدة عين الأسد في غرب العراق.', language: 'ar' }) + '\n';
  for (let i = 0; i < lines; i++) if (!child.stdin.write(line)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
  return peak;
}
