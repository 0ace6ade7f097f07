import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
import { Reading } from '../lib/incidents/reading';
import { judge } from '../lib/incidents/guards';
import { readCasualties } from '../lib/incidents/casualties';
import { readFileSync } from 'node:fs';
const engine: any = loadEngine();
for (const text of readFileSync(process.argv[2]!, 'utf8').split('\n').filter((l) => l.trim())) {
  const k = engine.knowledge ?? engine;
  const g = geoparse({ text, title: null, url: null, source: null, publishedAt: '2026-03-11', language: null }, k);
  const r = new Reading({ text, language: g.language, publishedAt: '2026-03-11', sentences: g.sentences, resolutions: g.resolutions, tokens: g.tokens, gaps: g.gaps, place: (i: number) => k.gazetteer.place(i) } as never);
  for (const s of r.sentences) {
    for (let i = s.from; i < s.to; i++) console.log(i, r.word(i), 'gap', r.gaps[i], r.at(i).map((c) => `${c.sense.kind}${c.sense.kind === 'cue' ? ':' + c.sense.cue : ''}[${c.first}-${c.last}]`).join(' '));
    const h = readCasualties(r, s.from, s.to);
    for (let i = s.from; i < s.to; i++) { const t = r.find(i, 'trigger'); if (t) console.log('  trigger', r.word(i), judge(r, s, t, h)); }
    console.log('  harmed', JSON.stringify(h));
  }
}
