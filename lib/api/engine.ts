import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import arDirections from '../../data/messages/ar/directions.json';
import arRelations from '../../data/messages/ar/relations.json';
import enDirections from '../../data/messages/en/directions.json';
import enRelations from '../../data/messages/en/relations.json';
import genericDomains from '../../data/gazetteer/generic-domains.json';
import enReasons from '../../data/messages/en/reasons.json';
import recognitionModel from '../../data/models/recognition.json';
import resolutionModel from '../../data/models/resolution.json';
import roleModel from '../../data/models/roles.json';
import type { Areas } from '../gazetteer/areas';
import { NONE } from '../gazetteer/gazetteer';
import { loadAreas, loadGazetteer } from '../gazetteer/load';
import { toArticleMap } from '../geojson/article-map';
import { unlocatedNames } from '../geojson/unlocated';
import { toMapIncidents } from '../geojson/incidents';
import { Parts } from '../geojson/parts';
import type { PlaceSource } from '../geojson/drawing';
import { Lands } from '../geojson/lands';
import { namedPlaces } from '../geojson/named-places';
import type { PlaceWords } from '../geojson/relation-names';
import { placementSource } from '../export/placement-source';
import { toToponyms, type Toponym } from '../export/toponyms';
import { geoparse, readIncidents, type Geoparsing, type Knowledge } from '../geoparse';
import { checkModel } from '../recognition/model';
import { districtRadiusKm } from '../gazetteer/district';
import { compileLexicons } from '../text/lexicons';
import type { Article, ArticleMap, Language, MapIncident } from '../types';

/** The engine with its knowledge loaded: what the API and the command line share. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly areas: Areas;
  readonly parts: Parts;
  readonly lands: Lands;
}

/** What places, their relations and reasons are called. */
export const WORDS: PlaceWords = {
  directions: { ar: arDirections, en: enDirections },
  relations: { ar: arRelations, en: enRelations },
  reasons: enReasons,
};

/** Loads everything the build made. Throws an error that says how to build it where it is missing. `dir`: the build's folder. */
export function loadEngine(dir = path.join(process.cwd(), 'data', 'build')): Engine {
  const gazetteer = loadGazetteer(dir);
  const frequency = JSON.parse(readFileSync(path.join(dir, 'frequency.json'), 'utf8')) as Record<Language, string[]>;
  const areas = loadAreas(dir);
  return {
    knowledge: {
      gazetteer,
      lexicons: compileLexicons(frequency),
      genericDomains: new Set(genericDomains.domains),
      models: { recognition: checkModel(recognitionModel), roles: roleModel, resolution: resolutionModel },
    },
    areas,
    parts: new Parts((place) => areas.geometry(place.id)),
    lands: new Lands(areas),
  };
}

/** Reads an article and gives the contract's FeatureCollection, names in the reader's language. */
export function mapArticle(article: Article, engine: Engine, reader: Language, id?: string): ArticleMap {
  const { knowledge } = engine;
  const { gazetteer } = knowledge;
  const geoparsing = geoparse(article, knowledge);
  const { language, sentences, resolutions } = geoparsing;
  const places = namedPlaces(article.text, sentences, resolutions, placeSource(engine), WORDS);
  const sha256 = createHash('sha256').update(article.text, 'utf8').digest('hex');
  const identity = { id: id ?? sha256.slice(0, 16), sha256, language };
  return toArticleMap(
    article,
    identity,
    { version: gazetteer.version, places: gazetteer.placeCount, names: gazetteer.nameCount },
    places,
    unlocatedNames(article.text, sentences, resolutions),
    mapIncidents(article, geoparsing, engine),
    reader,
  );
}

/** An article's mentions with their places, flat, and its incidents, for bulk runs. */
export function listArticle(article: Article, engine: Engine): { toponyms: Toponym[]; incidents: MapIncident[] } {
  const geoparsing = geoparse(article, engine.knowledge);
  return {
    toponyms: toToponyms(article.text, geoparsing, engine.knowledge.gazetteer),
    incidents: mapIncidents(article, geoparsing, engine),
  };
}

function mapIncidents(article: Article, geoparsing: Geoparsing, engine: Engine): MapIncident[] {
  const incidents = readIncidents(article, geoparsing, engine.knowledge);
  return toMapIncidents(article.text, incidents, geoparsing.resolutions, placementSource(engine.knowledge.gazetteer));
}

/** An article's mentions with their places, flat, for bulk runs. */
export function listToponyms(article: Article, engine: Engine): Toponym[] {
  return toToponyms(article.text, geoparse(article, engine.knowledge), engine.knowledge.gazetteer);
}

/** The engine's gazetteer as what draws places asks it. */
export function placeSource({ knowledge: { gazetteer }, areas, parts, lands }: Engine): PlaceSource {
  return {
    ...placementSource(gazetteer),
    geometry: (place) => areas.geometry(place.id),
    part: (place, direction) => parts.get(place, direction),
    kept: (key, draw) => parts.of(key, draw),
    lands: (box) => lands.within(box),
    country: (code) => {
      const index = gazetteer.countryPlace(gazetteer.countryCodes.indexOf(code));
      return index === NONE ? null : gazetteer.place(index);
    },
    districtRadiusKm: (index) => districtRadiusKm(gazetteer, index),
  };
}
