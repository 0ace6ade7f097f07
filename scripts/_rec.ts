import { loadEngine, mapArticle } from '../lib/api/engine';
import { readHalf } from './eval/incident-gold';
import { readContext } from '../lib/recognition/recognize';
import { scoreMatch } from '../lib/recognition/model';
import { extractFeatures } from '../lib/recognition/extract-features';
import { geoparse } from '../lib/geoparse';
const engine: any = loadEngine();
const k = engine.knowledge ?? engine;
let total=0; const root = process.argv[2];
for (const gold of readHalf('tune', root)) {
  const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
  const spans = map.features.flatMap((f: any) => f.properties.mentions ?? []);
  const text = gold.article.text;
  let ctx: any = null;
  for (const i of gold.incidents) {
    const pl=(i as any).places[0]?.spans[0]; if (!pl) continue; total++;
    const got = spans.find((s: any) => s.start < pl.end && s.end > pl.start);
    if (got) continue;
    ctx ??= readContext(text, (geoparse(gold.article as never, k) as any).sentences, {gazetteer:k.gazetteer,lexicon:k.lexicons[gold.article.language]});
    console.log(gold.id, text.slice(pl.start,pl.end), '|', text.slice(Math.max(0, pl.start - 40), pl.end + 25).replaceAll('\n', '/'));
    ctx.matches.forEach((m: any, n: number) => {
      const s = ctx.tokens.start[m.first], e = ctx.tokens.end[m.last];
      if (s < pl.end && e > pl.start) {
        const w = k.models.recognition[gold.article.language];
        const parts: string[] = [];
        extractFeatures(ctx, n, ((f: string, v: number) => parts.push(`${f}:${((w.weights?.[f] ?? w[f] ?? 0) * v).toFixed(2)}`)) as never);
        console.log('    ', text.slice(s, e), scoreMatch(ctx, n, w).toFixed(2), parts.join(' '));
      }
    });
  }
}
console.log(total)
