import { loadGazetteer } from '../lib/gazetteer/load';
import { NameSearch } from '../lib/gazetteer/search';

/** `npx tsx bench/gazetteer-search.ts`: how long the search for a person who types takes, to build and to ask, and its memory. */
const QUERIES = ['San José', 'san jo', 'الأنب', 'انبار', 'Kramatrsk', 'كراماتورسك', 'Mariuopl', 'a', 'New York', 'xyzzyq'];
const ROUNDS = 5;

const gazetteer = loadGazetteer('data/build');
const before = process.memoryUsage().rss;
const built = time(() => void new NameSearch(gazetteer));
const search = new NameSearch(gazetteer);
console.log(`built in ${built.toFixed(0)} ms, ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more resident at most`);
for (const query of QUERIES) {
  const times = Array.from({ length: ROUNDS }, () => time(() => void search.find(query, 12))).sort((a, b) => a - b);
  console.log(`${query}: ${(times[ROUNDS >> 1] ?? 0).toFixed(1)} ms`);
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
