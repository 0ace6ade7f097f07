import { loadEngine } from '../lib/api/engine';
import { geoparse, readIncidents } from '../lib/geoparse';
import { readHalf } from './eval/incident-gold';
import { readFileSync } from 'node:fs';
const engine: any = loadEngine(); const k = engine.knowledge ?? engine;
const seed = JSON.parse(readFileSync('/work/shared/gold/seed.json', 'utf8'));
const sets: [string, any[]][] = [
  ['seed', Array.from({ length: 20 }, () => ({ ...(seed.article ?? seed), url: null, source: null, language: 'ar', title: null, publishedAt: '2024-08-06' }))],
  ['gold ar', readHalf('tune').filter((g) => g.article.language === 'ar').map((g) => g.article)],
  ['gold en', readHalf('tune').filter((g) => g.article.language === 'en').map((g) => g.article)],
];
for (const [name, articles] of sets) {
  let best = [Infinity, Infinity];
  for (let round = 0; round < 30; round++) {
    let t0 = performance.now();
    const parsed = articles.map((a) => geoparse(a, k));
    const t1 = performance.now();
    articles.forEach((a, i) => readIncidents(a, parsed[i]!, k));
    const t2 = performance.now();
    best = [Math.min(best[0]!, t1 - t0), Math.min(best[1]!, t2 - t1)];
  }
  console.log(name, 'geoparse', (best[0]! / articles.length).toFixed(3), 'ms, incidents', (best[1]! / articles.length).toFixed(3), 'ms, ratio', (best[1]! / best[0]!).toFixed(2));
}
