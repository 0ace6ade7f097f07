import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
import { Reading } from '../lib/incidents/reading';
import { readEvents } from '../lib/incidents/events';
import { compose } from '../lib/incidents/compose';
import { readFileSync } from 'node:fs';
const engine: any = loadEngine(); const k = engine.knowledge ?? engine;
for (const text of readFileSync(process.argv[2]!, 'utf8').split('\n').filter((l) => l.trim())) {
  const g = geoparse({ text, url: null, source: null, language: null } as never, k);
  const r = new Reading({ text, language: g.language, publishedAt: '2026-03-11', sentences: g.sentences, resolutions: g.resolutions, tokens: g.tokens, gaps: g.gaps, place: (i: number) => k.gazetteer.place(i) } as never);
  for (const s of r.sentences) for (const d of readEvents(r, s)) for (const e of compose(r, d)) console.log(s.index, text.slice(d.trigger.start, d.trigger.end), d.verdict, e.type, e.subType, 'place', e.place?.place.names.en, 'when', JSON.stringify(e.when), 'def', d.definite, 'alone', d.alone, JSON.stringify(e.toll));
}
