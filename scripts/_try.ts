import { readFileSync } from 'node:fs';
import { loadEngine, mapArticle } from '../lib/api/engine';
const engine = loadEngine();
for (const line of readFileSync(process.argv[2] ?? '/dev/stdin', 'utf8').split('\n')) {
  if (!line.trim()) continue;
  const text = line.replaceAll('\\n', '\n');
  const map = mapArticle({ text, title: null, url: null, source: null, publishedAt: '2026-03-11', language: null } as never, engine, 'en', 'x');
  console.log('>', text.slice(0, 130).replaceAll('\n', ' / '));
  const count = (c: any) => (c ? `${c.low}/${c.best}/${c.high}` : '-');
  for (const i of map.incidents)
    console.log(`    ${i.status} ${i.type}/${i.subType} @${map.features.find((f) => f.id === i.placeId)?.properties.name ?? i.placeId} ${i.date?.start ?? ''}..${i.date?.end ?? ''} k${count(i.casualties.killed)} i${count(i.casualties.injured)} [${i.actors.map((a) => a.role + ':' + a.name).join('; ')}] {${text.slice(i.spans.trigger.start, i.spans.trigger.end)}} w${i.weapons.join(',')}`);
}
