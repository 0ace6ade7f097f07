import { readdirSync, readFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { geoparse } from '../lib/geoparse';
import { readContext } from '../lib/recognition/recognize';
import { scoreMatch } from '../lib/recognition/model';
import { splitSentences } from '../lib/text/sentences';
const { knowledge: k } = loadEngine() as any;
const dirs = process.argv.slice(2);
for (const dir of dirs) for (const f of readdirSync(dir)) {
  const g = JSON.parse(readFileSync(dir + '/' + f, 'utf8'));
  const r = geoparse(g.article, k);
  const lex = k.lexicons[r.language];
  const ctx = readContext(g.article.text, splitSentences(g.article.text, lex.abbreviations), { gazetteer: k.gazetteer, lexicon: lex });
  for (const i of g.incidents) { const p = i.place; if (!p) continue;
    const m = r.resolutions.find((x: any) => x.mention.start < p.end && p.start < x.mention.end);
    const c = m?.candidates[0] && k.gazetteer.place(m.candidates[0].place);
    if (c && (!i.country || c.countryCode === i.country || c.countryCode === null) && m!.mention.role === 'literal') continue;
    const scores = ctx.matches.map((x: any, n: number) => [x, n]).filter(([x]: any) => x.start < p.end && p.start < x.end).map(([x, n]: any) => `${g.article.text.slice(x.start, x.end)}=${scoreMatch(ctx, n, k.models.recognition[r.language]).toFixed(2)}:${x.name === k.gazetteer.unknownName ? 'UNK' : k.gazetteer.place(k.gazetteer.postingPlace[k.gazetteer.postingStart[x.name]]).id}`);
    console.log(f, '|', g.article.text.slice(Math.max(0, p.start - 25), p.end + 12).replace(/\n/g, ' '), '|', p.kind, i.country, '->', m ? (c ? `${c.names.en} ${c.countryCode} ${m.mention.role}` : 'UNLOCATED') : 'NOT FOUND ' + scores.join(' '));
  }
}
