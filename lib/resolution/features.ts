/**
 * The signals by which an article decides which of the places that bear a name it means. Weights are in
 * `data/models/resolution.json`, one set for all languages; `data/messages/{ar,en}/reasons.json` say each in words.
 */
export const RESOLUTION_FEATURES = [
  'fame',
  'mainName',
  'derivedName',
  'bareName',
  'country',
  'admin1',
  'admin2',
  'capital',
  'cityInside',
  'curated',
  'namedContainer',
  'contains',
  'journey',
  'headKind',
  'otherKind',
  'countryNamed',
  'mainCountry',
  'neighbourCountry',
  'foreignCountry',
  'admin1Named',
  'mainAdmin1',
  'near',
  'amongOthers',
  'saidInFull',
] as const;

export type ResolutionFeature = (typeof RESOLUTION_FEATURES)[number];
export type ResolutionWeights = Readonly<Partial<Record<ResolutionFeature, number>>>;
