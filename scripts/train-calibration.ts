import { readFileSync, writeFileSync } from 'node:fs';
import { loadEngine } from '../lib/api/engine';
import { greatCircleKm } from '../lib/gazetteer/relations';
import { recognize } from '../lib/recognition/recognize';
import { CALIBRATION_FEATURES, calibrationSignals } from '../lib/resolution/calibrate';
import { rankGroups, shareOfBest, type ResolutionModel } from '../lib/resolution/resolve';
import { splitSentences } from '../lib/text/sentences';
import { isIgnored, isTuning, readCorpora } from './train/corpora';
import { trainLogistic, type Example } from './train/logistic';

/** Learns the calibration in `data/models/resolution.json`: `npx tsx scripts/train-calibration.ts DIR [--half]`. Last of the training steps. */
const REACH_KM = 161;
const PENALTY = 1;
const PRIOR = CALIBRATION_FEATURES.map((feature) => (feature === 'logit' ? 3 : 0));

const dir = process.argv[2];
if (!dir) throw new Error('usage: train-calibration.ts DIR [--half]');
const half = process.argv.includes('--half');
const { gazetteer, lexicons, models } = loadEngine().knowledge;
const examples: Example[] = [];
for (const corpus of readCorpora(dir).filter(({ language }) => language === 'en')) {
  corpus.articles.forEach((article, i) => {
    if (half && !isTuning(i)) return;
    const lexicon = lexicons.en;
    const sentences = splitSentences(article.text, lexicon.abbreviations);
    const recognition = recognize(article.text, sentences, 'en', {
      gazetteer,
      lexicon,
      model: models.recognition,
      roleWeights: models.roles.en,
    });
    for (const { group, candidates } of rankGroups(recognition, gazetteer, models.resolution)) {
      const best = candidates[0];
      if (!best) continue;
      const values = calibrationSignals(
        gazetteer,
        best.place,
        shareOfBest(candidates, models.resolution.temperature),
        candidates.length,
        new Set(best.signals.map(({ feature }) => feature)),
      );
      for (const index of group.mentions) {
        const mention = recognition.mentions[index];
        const gold = mention && article.toponyms.find((toponym) => toponym.start < mention.end && mention.start < toponym.end);
        if (!gold || gold.lat == null || gold.lon == null || isIgnored(corpus, gold)) continue;
        const km = greatCircleKm(gazetteer.lat[best.place] ?? 0, gazetteer.lon[best.place] ?? 0, gold.lat, gold.lon);
        examples.push({ features: values.map((_, k) => k), values, label: km <= REACH_KM, weight: 1 });
      }
    }
  });
}
const weights = trainLogistic(examples, PRIOR, PENALTY, new Set());
const calibration = Object.fromEntries(CALIBRATION_FEATURES.map((feature, i) => [feature, Math.round((weights[i] ?? 0) * 1000) / 1000]));
const model = JSON.parse(readFileSync('data/models/resolution.json', 'utf8')) as ResolutionModel;
writeFileSync('data/models/resolution.json', JSON.stringify({ ...model, calibration }, null, 1) + '\n');
console.log(`${examples.length} mentions: ${JSON.stringify(calibration)}`);
