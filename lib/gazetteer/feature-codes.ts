/**
 * What a place is in GeoNames' words, as `Gazetteer.featureCode` numbers them; codes from AIRP on are not places of
 * GeoNames' feature class P or A. New codes go to the end.
 */
export const FEATURE_CODES = [
  '',
  'PCLI',
  'ADM1',
  'ADM2',
  'PPLC',
  'PPLA',
  'PPLA2',
  'PPLA3',
  'PPLA4',
  'PPL',
  'PPLX',
  'AIRP',
  'CURATED',
  'CONT',
  'PPLL',
  'PPLQ',
  'PPLS',
  'STLMT',
  'TERR',
] as const;
export type FeatureCode = (typeof FEATURE_CODES)[number];
