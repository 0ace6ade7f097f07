import { readFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
const k: any = (loadEngine() as any).knowledge;
for (const l of ['ar', 'en']) { const s = readFileSync(`data/gold/places-${l}.jsonl`, 'utf8').split('\n').filter(Boolean).map((x) => JSON.parse(x)); const t = [0, 0, 0, 0]; const miss: string[][] = [[], []];
  s.forEach((x, i) => { const f = geoparse({ text: x.text, language: l } as never, k).resolutions.map((r: any) => r.mention); for (const p of x.toponyms) { const ok = f.some((m: any) => m.start < p.end && m.end > p.start); t[i % 2 ? 2 : 0]!++; if (ok) t[i % 2 ? 3 : 1]!++; else miss[i % 2]!.push(p.name); } });
  console.log(l, 'learned', t[1], '/', t[0], 'other', t[3], '/', t[2], miss.map((m) => m.join(',')).join(' || ')); }
