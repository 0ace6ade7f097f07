import { loadEngine, mapArticle } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
import { readFileSync } from 'node:fs';
const engine: any = loadEngine();
const j = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const g = geoparse({ url: null, source: null, ...j.article }, engine.knowledge);
const only = process.argv[3];
for (const { mention, candidates } of g.resolutions as any[]) {
  if (only && !mention.text.includes(only)) continue;
  console.log(mention.text, mention.start, mention.role, (mention.confidence ?? 0), candidates.slice(0, 4).map((c: any) => { const p = engine.knowledge.gazetteer.place(c.place); return `${p.names?.en}/${p.id}/${p.countryCode}/${p.kind}:${(c.confidence ?? c.score)?.toFixed(2)} ${c.evidence?.join?.(',') ?? ''}`; }).join(' | '));
}
