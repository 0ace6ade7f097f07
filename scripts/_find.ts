import { loadEngine } from '../lib/api/engine';
const e: any = loadEngine(); const g = e.knowledge.gazetteer;
const want = process.argv.slice(2).map((x) => x.toLowerCase());
for (let i = 0; i < g.placeCount ?? g.kind.length; i++) { const p = g.place(i); if (want.includes(p.names.en?.toLowerCase()) || want.includes(p.names.ar)) console.log(p.id, p.kind, p.countryCode, p.names.en, p.names.ar, p.labelPoint, p.population ?? ''); }
