import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FEATURE_CODES, type FeatureCode } from '../../../lib/gazetteer/feature-codes';
import { KINDS, type Kind } from '../../../lib/types';

const Rules = z.object({
  kinds: z.record(z.string(), z.enum(KINDS)),
  languages: z.object({ arabic: z.array(z.string()), latin: z.array(z.string()) }),
});
const rules = Rules.parse(JSON.parse(readFileSync('data/gazetteer/full-build.json', 'utf8')));
const known = new Set<string>(FEATURE_CODES);

/** The kind of what GeoNames calls by a feature code; undefined for codes that a whole dump is not read for. */
export function kindOfCode(code: string): Kind | undefined {
  return rules.kinds[code];
}

/** GeoNames' code as the index keeps it, or none where the index has no number for it. */
export function keptCode(code: string): FeatureCode {
  return known.has(code) ? (code as FeatureCode) : '';
}

/** Languages whose names are taken, by script. '' are names that GeoNames gives no language for. */
export const languages = { arabic: new Set(rules.languages.arabic), latin: new Set(rules.languages.latin) };
