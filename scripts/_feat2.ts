import { loadEngine, mapArticle } from '../lib/api/engine';
import { readHalf } from './eval/incident-gold';
import { scoreIncidents } from './eval/incident-score';
const engine = loadEngine();
const t = new Map<string, [number, number]>();
for (const gold of readHalf('tune')) {
  const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
  const facts = (id: string): any => { const p: any = map.features.find((f) => f.id === id)?.properties; return p ? { kind: p.kind, countryCode: p.countryCode, isPart: p.direction !== undefined, mentions: p.mentions } : null; };
  const s = scoreIncidents(gold, map.incidents, facts);
  const good = new Set(s.matches.map((m: any) => m.predicted));
  for (const i of map.incidents) {
    if (!['reported', 'claimed'].includes(i.status)) continue;
    const kind = i.placeId ? facts(i.placeId).kind : '-';
    const k = [`P${i.placeId ? (['country', 'region', 'continent'].includes(kind) ? 'c' : '1') : '0'}`, `D${i.date ? 1 : 0}`, `T${i.casualties.killed || i.casualties.injured ? 1 : 0}`, i.type === 'Strategic developments' ? 'S' : i.type === 'Protests' || i.type === 'Riots' ? 'R' : 'V'].join(' ');
    const e = t.get(k) ?? [0, 0]; e[good.has(i) ? 0 : 1]++; t.set(k, e);
  }
}
for (const [k, v] of [...t].sort()) console.log(k, v.join(' good / bad '));
