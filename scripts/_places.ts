import { loadEngine, mapArticle } from '../lib/api/engine';
import { readHalf } from './eval/incident-gold';
const engine = loadEngine();
let n = 0, ok = 0;
for (const gold of readHalf('tune')) {
  const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
  for (const i of gold.incidents as any[]) {
    if (!i.place) continue;
    n++;
    const f = map.features.find((f) => f.properties.mentions.some((m) => m.start < i.place.end && i.place.start < m.end));
    if (f) ok++;
    else console.log(gold.id, i.place.name, gold.article.text.slice(i.place.start - 30, i.place.end + 20).replaceAll('\n', ' '));
    const u = map.unlocated.find((f) => f.mentions.some((m) => m.start < i.place.end && i.place.start < m.end));
    if (u) console.log('   unlocated', u.name);
  }
}
console.log(ok, n);
