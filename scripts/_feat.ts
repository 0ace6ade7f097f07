import { loadEngine } from '../lib/api/engine';
import { readContext } from '../lib/recognition/recognize';
import { extractFeatures } from '../lib/recognition/extract-features';
import { splitSentences } from '../lib/text/sentences';
import { readFileSync } from 'node:fs';
const engine: any = loadEngine(); const k = engine.knowledge ?? engine;
for (const text of readFileSync(process.argv[2]!, 'utf8').split('\n').filter((l) => l.trim())) {
  const lang = /[\u0620-\u064a]/.test(text) ? 'ar' : 'en';
  const c = readContext(text, splitSentences(text, k.lexicons[lang].abbreviations ?? new Set()), { gazetteer: k.gazetteer, lexicon: k.lexicons[lang] });
  const w = k.models.recognition.model?.[lang] ?? k.models.recognition[lang];
  console.log('>', text);
  c.matches.forEach((m: any, i: number) => { let s = 0; const parts: [string, number][] = []; extractFeatures(c, i, (f: any, v: number) => { const x = (w[f] ?? 0) * v; s += x; parts.push([f, x]); }); console.log('  ', text.slice(m.start, m.end), m.first, m.clitics, s.toFixed(2), parts.map(([f, x]) => `${f} ${x.toFixed(1)}`).join(', ')); });
}
