import { z } from 'zod';
import { answerJson, answerPage } from './answers';
import { notThere } from './errors';
import { incidentFilter, incidentShape, placeFilter, placeShape } from './incident-query';
import { withLibrary } from './library';
import { idInPath, pagingOf, pagingShape, readQuery } from './query';

export const incidentsQuery = z.strictObject({
  ...incidentShape,
  ...pagingShape,
  order: z
    .enum(['event', 'saved'], 'wanted event or saved')
    .default('event')
    .meta({ description: '`event`: the latest event first; `saved`: the last saved first.' }),
});
export const placesQuery = z.strictObject({ ...placeShape, ...pagingShape });

const INCIDENT_PATH = '/api/incidents/';

/** Answers `GET /api/incidents`: a page of the library's incidents, each with its place and who tells of it. */
export function incidentsRequest(request: Request): Promise<Response> {
  return withLibrary(async (store) => {
    const asked = readQuery(request, incidentsQuery);
    return answerPage(request, await store.incidents(incidentFilter(asked), { ...pagingOf(asked), order: asked.order }));
  });
}

/** Answers `GET /api/incidents/{id}`, where the id is the article's, a slash, and the incident's within it. */
export function incidentRequest(request: Request): Promise<Response> {
  return withLibrary(async (store) => {
    const id = idInPath(request, INCIDENT_PATH);
    const incident = await store.incident(id);
    if (incident === null) throw notThere('incident', id);
    return answerJson(request, incident);
  });
}

/** Answers `GET /api/places`: a page of the places that articles name, each as its article has it. */
export function placesRequest(request: Request): Promise<Response> {
  return withLibrary(async (store) => {
    const asked = readQuery(request, placesQuery);
    return answerPage(request, await store.places(placeFilter(asked), pagingOf(asked)));
  });
}

/** Answers `GET /api/mentions`: a page of the words that name places, each with the sentence it stands in. */
export function mentionsRequest(request: Request): Promise<Response> {
  return withLibrary(async (store) => {
    const asked = readQuery(request, placesQuery);
    return answerPage(request, await store.mentions(placeFilter(asked), pagingOf(asked)));
  });
}
