import { loadEngine, mapArticle } from '../lib/api/engine';
import { readFileSync } from 'node:fs';
const engine = loadEngine();
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n').filter((l) => l.trim())) {
const map = mapArticle({ text: line, title: null, url: null, source: null, publishedAt: '2026-03-11', language: null } as never, engine, 'en', 'x');
console.log('>', line.slice(0, 100));
for (const f of map.features) console.log('   ', f.id, f.properties.name, f.properties.kind, f.properties.countryCode, f.properties.mentions.map((m) => `${m.text}:${m.role}:${m.confidence}`).join(' | '));
console.log('    unlocated', map.unlocated.map((u) => u.name).join());
}
