import { NONE, type Gazetteer } from '../gazetteer/gazetteer';
import { isCapital } from '../gazetteer/relations';
import { KINDS } from '../types';
import type { Words } from '../recognition/scan';

/** What an article says about where it plays, gathered from what is already believed of its names. */
export interface Evidence {
  /** By country index: how often it is named, by itself, by its people or through its places. */
  readonly countries: Float32Array;
  /** Indexes of the countries spoken of at all. */
  readonly spokenOf: readonly number[];
  /** By place index of a first-level division: how often it or a place in it is meant. */
  readonly divisions: ReadonlyMap<number, number>;
  /** Places believed, which others may be near. */
  readonly anchors: readonly Anchor[];
  /** What each name has added, by name: none is evidence for itself, nor with a head noun for itself without. */
  readonly own: ReadonlyMap<number, readonly Contribution[]>;
}

export interface Anchor {
  readonly place: number;
  readonly name: number;
}

export interface Contribution {
  readonly country: number;
  readonly divisions: readonly number[];
  readonly weight: number;
}

/** What rounding may leave of a contribution taken out. */
const MIN_EVIDENCE = 0.01;

/** The evidence as one name may use it: without what it added itself. */
export class EvidenceForName {
  readonly anchors: readonly Anchor[];
  /** The country most spoken of otherwise, or 0. */
  readonly mainCountry: number;
  /** Place index of the first-level division most spoken of otherwise, or -1. */
  readonly mainDivision: number;
  private readonly mine: readonly Contribution[];

  constructor(
    private readonly evidence: Evidence,
    readonly name: number,
  ) {
    this.mine = evidence.own.get(name) ?? [];
    this.anchors = evidence.anchors;
    let mainCountry = 0;
    for (const index of evidence.spokenOf)
      if (this.country(index) > (mainCountry === 0 ? 0 : this.country(mainCountry))) mainCountry = index;
    this.mainCountry = mainCountry;
    let mainDivision = -1;
    for (const place of evidence.divisions.keys())
      if (this.division(place) > (mainDivision < 0 ? 0 : this.division(mainDivision))) mainDivision = place;
    this.mainDivision = mainDivision;
  }

  /** How much the article speaks of a country otherwise. */
  country(index: number): number {
    return this.rest(this.evidence.countries[index] ?? 0, ({ country }) => country === index);
  }

  division(place: number): number {
    return this.rest(this.evidence.divisions.get(place) ?? 0, ({ divisions }) => divisions.includes(place));
  }

  private rest(amount: number, isOfIt: (contribution: Contribution) => boolean): number {
    let left = amount;
    for (const contribution of this.mine) if (isOfIt(contribution)) left -= contribution.weight;
    return left > MIN_EVIDENCE ? left : 0;
  }
}

/** A believed place of a name, with how many mentions it has and how surely it is believed. */
export interface Belief {
  readonly name: number;
  readonly place: number;
  readonly mentions: number;
  readonly confidence: number;
}

const ADMIN1 = KINDS.indexOf('admin1');
const DEMONYM_WEIGHT = 0.5;
const PLACE_WEIGHT = 0.6;
/** A paper reports of its own country more often than of any other, and of all of them. */
const HOME_WEIGHT = 0.5;
/** A belief under this confidence is no evidence for others. */
const MIN_CONFIDENCE = 0.6;

/** `home`: the countries that the article's source speaks for. */
export function gatherEvidence(beliefs: readonly Belief[], words: Words, home: readonly number[], gazetteer: Gazetteer): Evidence {
  const countries = new Float32Array(gazetteer.countryCodes.length);
  const divisions = new Map<number, number>();
  const anchors: Anchor[] = [];
  const own = new Map<number, Contribution[]>();
  for (const country of home) countries[country] = (countries[country] ?? 0) + HOME_WEIGHT;
  for (let i = 0; i < words.demonym.length; i++) {
    const demonym = words.demonym[i] ?? 0;
    if (demonym > 0) countries[demonym - 1] = (countries[demonym - 1] ?? 0) + DEMONYM_WEIGHT;
  }
  for (const { name, place, mentions, confidence } of beliefs) {
    if (confidence < MIN_CONFIDENCE) continue;
    const country = gazetteer.country[place] ?? 0;
    const isCountry = country !== 0 && gazetteer.countryPlace(country) === place;
    const weight = (isCountry || isCapital(gazetteer, place) ? 1 : PLACE_WEIGHT) * confidence * (1 + Math.log2(mentions));
    if (country !== 0) countries[country] = (countries[country] ?? 0) + weight;
    const areas = isCountry ? [] : divisionsOf(gazetteer, place);
    for (const area of areas) divisions.set(area, (divisions.get(area) ?? 0) + weight);
    own.set(name, [...(own.get(name) ?? []), { country, divisions: areas, weight }]);
    if (!isCountry) anchors.push({ place, name });
  }
  const spokenOf: number[] = [];
  for (let index = 1; index < countries.length; index++) if ((countries[index] ?? 0) > 0) spokenOf.push(index);
  return { countries, spokenOf, divisions, anchors, own };
}

/** The first-level division that a place is or lies in, as a list of one or none. */
export function divisionsOf(gazetteer: Gazetteer, place: number): number[] {
  if (gazetteer.kind[place] === ADMIN1) return [place];
  const division = gazetteer.admin1[place] ?? NONE;
  return division === NONE ? [] : [division];
}
