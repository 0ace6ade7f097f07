import { NONE, type Gazetteer } from '../gazetteer/gazetteer';
import { isCapital } from '../gazetteer/relations';
import type { Words } from '../recognition/scan';

/** What an article says about where it plays, gathered from what is already believed of its names. */
export interface Evidence {
  /** By country index: how often it is named, by itself, by its people or through its places. */
  readonly countries: Float32Array;
  /** The country most spoken of, or 0. */
  readonly mainCountry: number;
  /** By place index of a first-level division: how often it or a place in it is meant. */
  readonly admin1: ReadonlyMap<number, number>;
  /** Places believed, which others may be near. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly place: number;
  readonly group: number;
}

/** A group's believed place, with how many mentions it has and how surely it is believed. */
export interface Belief {
  readonly group: number;
  readonly place: number;
  readonly mentions: number;
  readonly confidence: number;
}

const DEMONYM_WEIGHT = 0.5;
const PLACE_WEIGHT = 0.6;
/** A belief under this confidence is no evidence for others. */
const MIN_CONFIDENCE = 0.6;

export function gatherEvidence(beliefs: readonly Belief[], words: Words, gazetteer: Gazetteer): Evidence {
  const countries = new Float32Array(gazetteer.countryCodes.length);
  const admin1 = new Map<number, number>();
  const anchors: Anchor[] = [];
  for (let i = 0; i < words.demonym.length; i++) {
    const demonym = words.demonym[i] ?? 0;
    if (demonym > 0) countries[demonym - 1] = (countries[demonym - 1] ?? 0) + DEMONYM_WEIGHT;
  }
  for (const { group, place, mentions, confidence } of beliefs) {
    if (confidence < MIN_CONFIDENCE) continue;
    const country = gazetteer.country[place] ?? 0;
    const named = country !== 0 && gazetteer.countryPlace(country) === place;
    const weight = (named || isCapital(gazetteer, place) ? 1 : PLACE_WEIGHT) * confidence * (1 + Math.log2(mentions));
    if (country !== 0) countries[country] = (countries[country] ?? 0) + weight;
    const division = gazetteer.admin1[place] ?? NONE;
    for (const area of [place, division]) if (area !== NONE && !named) admin1.set(area, (admin1.get(area) ?? 0) + weight);
    if (!named) anchors.push({ place, group });
  }
  let mainCountry = 0;
  for (let country = 1; country < countries.length; country++)
    if ((countries[country] ?? 0) > (mainCountry === 0 ? 0 : (countries[mainCountry] ?? 0))) mainCountry = country;
  return { countries, mainCountry, admin1, anchors };
}
