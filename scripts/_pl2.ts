import { readFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
const k: any = (loadEngine() as any).knowledge;
const s = readFileSync(`data/gold/places-en.jsonl`, 'utf8').split('\n').filter(Boolean).map((x) => JSON.parse(x));
s.forEach((x, i) => { const f = geoparse({ text: x.text, language: 'en' } as never, k).resolutions.map((r: any) => r.mention).filter((m: any) => !x.toponyms.some((p: any) => m.start < p.end && m.end > p.start)); if (f.length) console.log(i % 2, f.map((m: any) => m.text).join(','), '|', x.text); });
