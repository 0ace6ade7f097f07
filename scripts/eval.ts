import { existsSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
import { toToponyms } from '../lib/export/toponyms';
import { calibrationError, reliability } from './eval/calibration';
import { Tally } from './eval/tally';
import { isIgnored, isTuning, readCorpora, type Corpus } from './train/corpora';

/**
 * `npm run eval -- DIR`: measures the engine on the annotated corpora in DIR (default ../shared/eval/data), prints the
 * table of `docs/quality.md` and exits 1 where a figure is under its floor.
 */
const DEFAULT_DIR = '../shared/eval/data';

/** What must hold, by corpus: overlap F1, share within 161 km, end-to-end F1. */
const FLOORS: Readonly<Record<string, { f1: number; accuracy?: number; endToEnd?: number }>> = {
  lgl: { f1: 0.78, accuracy: 0.83, endToEnd: 0.6 },
  geowebnews: { f1: 0.84, accuracy: 0.92, endToEnd: 0.72 },
  anercorp_train: { f1: 0.88 },
  wojood_sample: { f1: 0.85 },
};
const MAX_CALIBRATION_ERROR = 0.05;
const MIN_ROLE_SHARE = 0.8;
/** GeoWebNews' types whose name stands for someone, or is part of another name. */
const ASSOCIATIVE = new Set(['Metonymic', 'Non_Literal_Modifier', 'Embedded_Non_Lit']);
const LITERAL = new Set(['Literal', 'Coercion', 'Mixed', 'Literal_Modifier', 'Embedded_Literal']);

const dir = process.argv[2] ?? DEFAULT_DIR;
if (!existsSync(dir)) {
  console.error(
    `eval: ${dir} is missing. Name the folder that holds lgl.jsonl, geowebnews.jsonl, anercorp_train.jsonl and wojood_sample.jsonl:`,
  );
  console.error('one article a line, {id, text, toponyms: [{start, end, name, lat, lon, type, demonym}]}; origins in docs/quality.md.');
  process.exit(1);
}
const engine = loadEngine();
const failures: string[] = [];
const require = (what: string, got: number, floor: number) => {
  if (got < floor) failures.push(`${what} is ${got.toFixed(3)}, wanted at least ${floor}`);
};

console.log('| corpus | articles | recognition P | R | F1 | Acc@161 | end-to-end F1 | F1 tuned half | F1 other half |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
const trials: Tally['trials'] = [];
for (const corpus of readCorpora(dir)) {
  const [all, tuning, other] = [new Tally(), new Tally(), new Tally()];
  const roles = { right: 0, all: 0 };
  corpus.articles.forEach((_, i) => measure(corpus, i, [all, isTuning(i) ? tuning : other], roles));
  const { recognition, accuracy, endToEnd } = all;
  const located = endToEnd.wanted > 0;
  const cells = [
    recognition.precision,
    recognition.recall,
    recognition.f1,
    ...(located ? [accuracy, endToEnd.f1] : [null, null]),
    tuning.recognition.f1,
    other.recognition.f1,
  ];
  console.log(
    `| ${corpus.name} | ${corpus.articles.length} | ${cells.map((cell) => (cell === null ? '' : cell.toFixed(3))).join(' | ')} |`,
  );
  const floor = FLOORS[corpus.name];
  if (floor) require(`${corpus.name}: recognition F1`, recognition.f1, floor.f1);
  if (floor?.accuracy) require(`${corpus.name}: Acc@161`, accuracy, floor.accuracy);
  if (floor?.endToEnd) require(`${corpus.name}: end-to-end F1`, endToEnd.f1, floor.endToEnd);
  if (roles.all > 0) {
    console.error(`${corpus.name}: role right for ${((100 * roles.right) / roles.all).toFixed(1)} % of ${roles.all}`);
    require(`${corpus.name}: share of roles right`, roles.right / roles.all, MIN_ROLE_SHARE);
  }
  if (located) trials.push(...all.trials);
}
console.log('\n| confidence | places | right |\n| --- | --- | --- |');
for (const bin of reliability(trials))
  console.log(
    `| ${bin.from.toFixed(1)}–${bin.to.toFixed(1)} | ${bin.count} | ${bin.right.toFixed(3)} (mean confidence ${bin.confidence.toFixed(3)}) |`,
  );
const error = calibrationError(trials);
console.log(`\nexpected calibration error: ${error.toFixed(3)}`);
require('1 - calibration error', 1 - error, 1 - MAX_CALIBRATION_ERROR);
for (const failure of failures) console.error(`eval: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function measure(corpus: Corpus, index: number, tallies: readonly Tally[], roles: { right: number; all: number }): void {
  const article = corpus.articles[index];
  if (!article) return;
  const source = { text: article.text, language: corpus.language };
  const parsing = geoparse(source, engine.knowledge);
  const toponyms = toToponyms(article.text, parsing, engine.knowledge.gazetteer).map((toponym, i) => ({
    ...toponym,
    confidence: parsing.resolutions[i]?.confidence ?? 0,
  }));
  const wanted = article.toponyms.filter((toponym) => !isIgnored(corpus, toponym));
  const ignored = article.toponyms.filter((toponym) => isIgnored(corpus, toponym));
  for (const tally of tallies) tally.add(wanted, ignored, toponyms);
  for (const gold of article.toponyms) {
    const associative = ASSOCIATIVE.has(gold.type ?? '');
    if ((!associative && !LITERAL.has(gold.type ?? '')) || gold.demonym) continue;
    const found = toponyms.find((toponym) => toponym.start < gold.end && gold.start < toponym.end);
    if (!found) continue;
    roles.all++;
    if ((found.role === 'associative') === associative) roles.right++;
  }
}
