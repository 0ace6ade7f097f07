import { loadEngine, mapArticle } from '../lib/api/engine';
import { readHalf } from './eval/incident-gold';
import { scoreIncidents } from './eval/incident-score';
import { IncidentTally } from './eval/incident-tally';
import { mkdirSync, cpSync, rmSync, readdirSync } from 'node:fs';
const engine = loadEngine();
for (const dir of process.argv.slice(2)) {
  rmSync('/tmp/wt/groot', { recursive: true, force: true }); mkdirSync('/tmp/wt/groot/tune', { recursive: true });
  for (const f of readdirSync(dir)) if (f.endsWith('.json')) cpSync(dir + '/' + f, '/tmp/wt/groot/tune/' + f);
  const tally = new IncidentTally();
  for (const gold of readHalf('tune', '/tmp/wt/groot')) {
    const map = mapArticle(gold.article, engine, gold.article.language, gold.id);
    tally.add(scoreIncidents(gold, map.incidents, (id) => { const f: any = map.features.find((x) => x.id === id); return f ? { kind: f.properties.kind, countryCode: f.properties.countryCode, isPart: !!f.properties.relation, mentions: f.properties.mentions } : null; }));
  }
  const { incidents: i, dateExact, casualtiesExact, statusRight, typeRight } = tally;
  console.log(dir, 'n', tally.articles, i.wanted, 'P', i.precision.toFixed(3), 'R', i.recall.toFixed(3), 'F1', i.f1.toFixed(3), 'date', dateExact?.toFixed(3), 'cas', casualtiesExact?.toFixed(3), 'st', statusRight?.toFixed(3), 'type', typeRight?.toFixed(3), 'forb', tally.forbiddenHits);
}
