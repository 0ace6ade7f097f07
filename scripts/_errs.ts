import { loadEngine, mapArticle } from '../lib/api/engine';
import { readHalf } from './eval/incident-gold';
const engine = loadEngine();
const count = (c: any) => (c ? `${c.low}/${c.best}/${c.high}` : '-');
const [lang, ...ids] = process.argv.slice(2);
for (const gold of readHalf('tune')) {
  if (gold.article.language !== lang || (ids.length && !ids.includes(gold.id))) continue;
  const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
  const text = gold.article.text;
  console.log('\n#', gold.id, gold.article.publishedAt, '|', gold.article.title ?? '');
  console.log(text);
  for (const g of gold.incidents as any[]) console.log(`  G ${g.status} ${g.type} @${g.place?.text} ${g.date?.start}..${g.date?.end} k${count(g.killed)} i${count(g.injured)} ${g.what ?? g.id}`);
  for (const i of map.incidents)
    console.log(`  P ${i.status} ${i.type}/${i.subType} @${i.placeId}|${i.unlocated ?? ''} ${i.date?.start ?? ''}..${i.date?.end ?? ''} k${count(i.casualties.killed)} i${count(i.casualties.injured)} {${text.slice(i.spans.trigger.start, i.spans.trigger.end)}} s${i.evidence.map((e) => e.text.slice(0, 25)).join(' / ')}`);
}
