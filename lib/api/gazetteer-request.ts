import { z } from 'zod';
import { NameSearch, type Match } from '../gazetteer/search';
import { relationNames } from '../geojson/relation-names';
import { draw } from '../geojson/drawing';
import { placementAt } from '../geojson/placement';
import type { ChosenPlace } from '../review/corrections';
import { DIRECTIONS, RELATION_TYPES, type Kind, type Relation } from '../types';
import { placeSource, WORDS, type Engine } from './engine';
import { InputError, parseInput, problemResponse } from './errors';
import { sharedEngine } from './geoparse-request';
import { askedLanguage } from './reader-language';

/** A place as a search lists it: enough to tell it from others of its name. */
export interface ListedPlace extends Pick<ChosenPlace, 'id' | 'names' | 'countryCode' | 'admin1' | 'labelPoint'> {
  /** In the reader's language where the gazetteer has it. */
  readonly name: string;
  readonly kind: Kind;
  /** 0 where no source has one. */
  readonly population: number;
  readonly match: Match;
}

/** What a search answers: the likeliest first. */
export interface GazetteerAnswer {
  readonly places: readonly ListedPlace[];
}

/** What is answered for one place by its id: all that a correction keeps of it. */
export interface PlaceAnswer {
  readonly place: ChosenPlace;
}

const MAX_PLACES = 50;
const USUAL_PLACES = 12;
const MAX_NAME = 200;

export const searchSchema = z.object({
  q: z.string({ error: 'wanted a name to look for' }).trim().min(1, 'wanted a name to look for').max(MAX_NAME),
  limit: z.coerce
    .number({ error: `wanted a number from 1 to ${MAX_PLACES}` })
    .int()
    .min(1)
    .max(MAX_PLACES)
    .default(USUAL_PLACES),
});
export const placeSchema = z
  .object({
    id: z.string().min(1).max(MAX_NAME),
    relation: z.enum(RELATION_TYPES).exclude(['between']).optional(),
    direction: z.enum(DIRECTIONS).optional(),
    distanceKm: z.coerce.number({ error: 'wanted kilometres' }).min(0).max(5_000).optional(),
  })
  .refine(({ relation, direction, distanceKm }) => relation !== undefined || (direction === undefined && distanceKm === undefined), {
    path: ['relation'],
    message: 'wanted a relation beside a direction or a distance',
  });
const TITLES = { tooLong: 'The question is too long', wrong: 'This is no question to the gazetteer' };

let search: { readonly engine: Engine; readonly names: NameSearch } | null = null;

/**
 * Answers `GET /api/gazetteer`: with `q`, the places of a name in Arabic or Latin script, the likeliest first, at most
 * `limit` (12; 50 at most); with `id`, that place as a correction keeps it, drawn, with `relation`, `direction` and
 * `distanceKm` in that relation to it. `locale` as elsewhere. What is neither is a problem (400, 404 for an unknown id).
 */
export function gazetteerRequest(request: Request): Response {
  try {
    const given = Object.fromEntries(new URL(request.url).searchParams);
    const engine = sharedEngine();
    if ('id' in given) return json({ place: placeOf(engine, parseInput(placeSchema, given, TITLES)) } satisfies PlaceAnswer);
    const { q, limit } = parseInput(searchSchema, given, TITLES);
    return json({ places: placesOf(engine, q, limit, askedLanguage(request)) } satisfies GazetteerAnswer);
  } catch (error) {
    return problemResponse(error);
  }
}

function placesOf(engine: Engine, query: string, limit: number, reader: 'ar' | 'en'): ListedPlace[] {
  const { gazetteer } = engine.knowledge;
  if (search?.engine !== engine) search = { engine, names: new NameSearch(gazetteer) };
  return search.names.find(query, limit).map(({ place: index, match }) => {
    const { id, names, kind, countryCode, admin1, labelPoint, population } = gazetteer.place(index);
    const name = (reader === 'ar' ? names.ar : null) ?? names.en;
    return { id, name, names, kind, countryCode, admin1, labelPoint: [...labelPoint], population, match };
  });
}

function placeOf(engine: Engine, asked: z.infer<typeof placeSchema>): ChosenPlace {
  const index = engine.knowledge.gazetteer.indexOf(asked.id);
  if (index < 0)
    throw new InputError(404, 'The gazetteer has no such place', [
      { field: 'id', got: JSON.stringify(asked.id), wanted: 'wanted the id of a place' },
    ]);
  const source = placeSource(engine);
  const placement = placementAt(index, relationOf(asked), source);
  const { place, relation, isArea, wherePrecision } = placement;
  const { geometry, labelPoint } = draw(placement, source);
  return {
    id: placement.id,
    names: relation ? relationNames(placement, relation, WORDS) : place.names,
    kind: place.kind,
    countryCode: place.countryCode,
    admin1: place.admin1,
    labelPoint: [labelPoint[0], labelPoint[1]],
    wherePrecision,
    geometry: geometry as ChosenPlace['geometry'],
    ...(relation && isArea && relation.type === 'part' && relation.direction ? { direction: relation.direction } : {}),
    ...(relation ? { relation: { type: relation.type, direction: relation.direction, distanceKm: relation.distanceKm, other: null } } : {}),
  };
}

function relationOf({ relation, direction, distanceKm }: z.infer<typeof placeSchema>): Relation | null {
  if (relation === undefined) return null;
  return { type: relation, direction: direction ?? null, distanceKm: distanceKm ?? null, start: 0, end: 0, directionStart: -1 };
}

function json(body: GazetteerAnswer | PlaceAnswer): Response {
  // The gazetteer changes with the app alone.
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, max-age=300' },
  });
}
