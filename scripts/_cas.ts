import { readFileSync } from 'node:fs';
import { loadEngine, mapArticle } from '../lib/api/engine';
const engine = loadEngine();
const say = (c: any) => !c ? '-' : c.best === null && c.high === null ? `${c.low}+` : c.best === null && c.low !== null ? `${c.low}-${c.high}` : c.best === null ? `<${c.high}` : c.high === null ? `${c.best}>` : `${c.best}`;
let bad = 0, n = 0;
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean)) {
  const [text, k, i] = line.split('\t'); n++;
  const map = mapArticle({ text, title: null, url: null, source: null, publishedAt: '2026-03-11', language: null } as never, engine, 'en', 'x');
  const got = map.incidents.map((x) => `${say(x.casualties.killed)}|${say(x.casualties.injured)}`);
  const want = `${k}|${i}`;
  if (got.length !== 1 || got[0] !== want) { bad++; console.log(want, 'got', got.join(' ; ') || 'nothing', '::', text, map.incidents.map((x) => `${x.type}/${x.subType}`).join(';')); }
}
console.log(n - bad, 'of', n);
