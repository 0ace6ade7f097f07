import { sharedEngine } from '../lib/api/geoparse-request';
import { arabicSkeleton, latinSkeletons } from '../lib/gazetteer/skeleton';

/**
 * `npx tsx scripts/measure-skeletons.ts`: of the towns with an Arabic name, how many have a consonant skeleton in common
 * with their Latin one, and how many skeletons are one town's alone in its country. The figures of `docs/quality.md`.
 */
const POPULATED = new Set(['city', 'town', 'village']);
const { gazetteer } = sharedEngine().knowledge;
const byCountry = new Map<string, { towns: number; found: number }>();
const bearers = new Map<string, number>();

for (let index = 0; index < gazetteer.placeCount; index++) {
  const { id, kind, names, countryCode } = gazetteer.place(index);
  if (!POPULATED.has(kind) || countryCode === null) continue;
  const skeletons = latinSkeletons(names.en);
  for (const skeleton of skeletons) bearers.set(countryCode + skeleton, (bearers.get(countryCode + skeleton) ?? 0) + 1);
  const heard = names.ar === null || !id.startsWith('geonames:') ? null : arabicSkeleton(names.ar);
  if (heard === null) continue;
  const tally = byCountry.get(countryCode) ?? { towns: 0, found: 0 };
  byCountry.set(countryCode, { towns: tally.towns + 1, found: tally.found + Number(skeletons.includes(heard)) });
}
const all = [...byCountry.values()].reduce((sum, { towns, found }) => ({ towns: sum.towns + towns, found: sum.found + found }));
console.log(`${all.towns} towns with an Arabic name, found ${percent(all.found / all.towns)}`);
for (const [country, { towns, found }] of [...byCountry].sort((a, b) => b[1].towns - a[1].towns).slice(0, 20))
  console.log(`  ${country} ${towns}: ${percent(found / towns)}`);
const alone = [...bearers.values()].filter((count) => count === 1).length;
console.log(`${bearers.size} skeletons by country, one town's alone ${percent(alone / bearers.size)}`);

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
