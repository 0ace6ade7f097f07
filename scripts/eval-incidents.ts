import { parseArgs } from 'node:util';
import { loadEngine, mapArticle } from '../lib/api/engine';
import type { ArticleMap } from '../lib/types';
import { readHalf, readSeed, type GoldArticle, type Half } from './eval/incident-gold';
import { scoreIncidents, type ArticleScore, type PlaceFacts } from './eval/incident-score';
import { IncidentTally } from './eval/incident-tally';

/**
 * `npm run eval:incidents -- [--half tune|test|all] [--errors]`: measures event extraction on the project's gold set
 * (`data/gold/incidents`) and on the seed article, prints the table of `docs/quality.md` and exits 1 where a figure of
 * a chosen half is under its floor. `--errors` lists what is wrong, but never on the test half, which nobody tunes on.
 */
const FLOORS = { F1: 0.85, date: 0.9, casualties: 0.9, status: 0.9 };
const HALVES: Readonly<Record<string, readonly Half[]>> = { tune: ['tune'], test: ['test'], all: ['tune', 'test'] };

const { values } = parseArgs({ options: { half: { type: 'string', default: 'tune' }, errors: { type: 'boolean', default: false } } });
const halves = HALVES[values.half];
if (!halves) {
  console.error(`eval-incidents: --half ${values.half}: wanted tune, test or all`);
  process.exit(2);
}
const engine = loadEngine();
const failures: string[] = [];

console.log(
  '| gold | articles | incidents | P | R | F1 | date exact | casualties exact | status right | type right | tolls listed | forbidden |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
const listed: string[] = [];
for (const half of halves) {
  const articles = readHalf(half);
  const ofLanguage = (language: string) => articles.filter(({ article }) => article.language === language);
  measure(`${half}, Arabic`, ofLanguage('ar'), false);
  measure(`${half}, English`, ofLanguage('en'), false);
  hold(half, measure(half, articles, half === 'tune'));
}
measure('seed article', [readSeed()], true);
if (values.errors) for (const line of listed) console.log(line);
if (values.errors && halves.includes('test')) console.error('eval-incidents: errors on the test half are not listed');
for (const failure of failures) console.error(`eval-incidents: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function measure(name: string, articles: readonly GoldArticle[], list: boolean): IncidentTally {
  const tally = new IncidentTally();
  for (const gold of articles) {
    const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
    const score = scoreIncidents(gold, map.incidents, (id) => placeFacts(map, id));
    tally.add(score);
    if (list) listed.push(...errorsOf(gold, score));
  }
  const { incidents, dateExact, casualtiesExact, statusRight, typeRight, tollsListed } = tally;
  const shares = [incidents.precision, incidents.recall, incidents.f1, dateExact, casualtiesExact, statusRight, typeRight, tollsListed];
  const cells = [tally.articles, incidents.wanted, ...shares.map((one) => one?.toFixed(3) ?? ''), tally.forbiddenHits];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
  return tally;
}

function hold(name: string, { incidents, dateExact, casualtiesExact, statusRight }: IncidentTally): void {
  const got = { F1: incidents.f1, date: dateExact, casualties: casualtiesExact, status: statusRight };
  for (const [figure, floor] of Object.entries(FLOORS)) {
    const value = got[figure as keyof typeof got] ?? 0;
    if (value < floor) failures.push(`${name}: ${figure} is ${value.toFixed(3)}, wanted at least ${floor}`);
  }
}

function placeFacts(map: ArticleMap, id: string): PlaceFacts | null {
  const properties = map.features.find((feature) => feature.id === id)?.properties;
  if (!properties) return null;
  const { kind, countryCode, direction, mentions } = properties;
  return { kind, countryCode, isPart: direction !== undefined, mentions };
}

function errorsOf({ id, article: { text } }: GoldArticle, { matches, missed, invented, forbiddenHits }: ArticleScore): string[] {
  const words = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : 'none');
  const count = (value: unknown) => JSON.stringify(value, ['low', 'best', 'high']);
  return [
    ...missed.map((one) => `missed ${one.id}`),
    ...invented.map(
      (one) => `invented ${one.status} ${one.type} "${words(one.spans.trigger)}" at ${one.placeId} on ${one.date?.start}: ${one.headline}`,
    ),
    ...forbiddenHits.map(({ what, predicted }) => `FORBIDDEN ${what} "${words(predicted.spans.trigger)}" at ${predicted.placeId}`),
    ...matches.flatMap(({ gold, predicted: got, dateExact, casualtiesExact, statusRight, typeRight, tollsListed }) => [
      ...(dateExact ? [] : [`${gold.id}: date ${got.date?.start}/${got.date?.end}, wanted ${gold.date?.start}/${gold.date?.end}`]),
      ...(casualtiesExact
        ? []
        : [
            `${gold.id}: killed ${count(got.casualties.killed)} injured ${count(got.casualties.injured)}, wanted ${count(gold.killed)} ${count(gold.injured)}`,
          ]),
      ...(statusRight ? [] : [`${gold.id}: ${got.status}, wanted ${gold.status}`]),
      ...(typeRight === false ? [`${gold.id}: ${got.type}, wanted ${gold.type}`] : []),
      ...(tollsListed === false
        ? [`${gold.id}: tolls ${got.tolls.map((toll) => count(toll.killed) + count(toll.injured)).join(' ')}`]
        : []),
    ]),
  ].map((line) => `${id}: ${line}`);
}
