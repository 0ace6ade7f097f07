import { readDates } from '../lib/incidents/dates/read-dates';
import * as T from '../lib/text/tokenize';
import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
import { Reading } from '../lib/incidents/reading';
import { readFileSync } from 'node:fs';
const engine: any = loadEngine(); const k = engine.knowledge ?? engine;
for (const text of readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean)) {
  const g = geoparse({ text, title: null, url: null, source: null, publishedAt: '2026-03-11', language: /[\u0620-\u064a]/.test(text) ? 'ar' : 'en' } as never, k);
  const r = new Reading({ text, language: g.language, publishedAt: '2026-03-11', sentences: g.sentences, resolutions: g.resolutions, tokens: g.tokens, gaps: g.gaps, place: (i: number) => k.gazetteer.place(i) } as never);
  console.log(text, '=>', r.dates.map((d: any) => `${d.expression.text}:${d.expression.kind}:${JSON.stringify(d.expression.range)}:${JSON.stringify(d.expression.offset)}`).join(' | '));
}
