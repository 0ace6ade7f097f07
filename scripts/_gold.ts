import { loadEngine, mapArticle } from '../lib/api/engine';
import { readHalf } from './eval/incident-gold';
const engine = loadEngine();
const count = (c: any) => (c ? `${c.low}/${c.best}/${c.high}` : '-');
for (const gold of readHalf('tune')) {
  if (!process.argv.slice(2).some((a) => gold.id.includes(a))) continue;
  const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
  const text = gold.article.text;
  console.log('#', gold.id);
  for (const i of map.incidents) {
    console.log(`  ${i.status} ${i.type}/${i.subType} @${i.placeId} ${i.date?.start ?? ''}..${i.date?.end ?? ''} k${count(i.casualties.killed)} i${count(i.casualties.injured)} {${text.slice(i.spans.trigger.start, i.spans.trigger.end)}} tolls ${i.tolls.length} [${i.actors.map((a) => a.role + ':' + a.name).join('; ')}]`);
    for (const e of i.evidence) console.log('      ', e.text.slice(0, 120));
  }
  console.log('   places', map.features.map((f) => `${f.properties.name}=${f.id}:${f.properties.role}`).join(', '), '| unlocated', map.unlocated.map((u) => u.name).join());
}
