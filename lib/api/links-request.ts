import { z } from 'zod';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { notThere, parseInput } from './errors';
import { idSchema, readQuery } from './query';
import { readJson } from './read-json';

const MAX_BYTES = 1024 * 1024;
const MAX_LINKS = 200;
const MAX_INITIALS = 20;

/** Parameters of the list of links. */
export const linksQuery = z.strictObject({
  incident: idSchema('An incident’s id; only links that it is in are given. All where none is named.').optional(),
});

/** Which incidents a person says are one event, or are not. */
export const newLinksSchema = z.object(
  {
    links: z
      .array(
        z
          .object({
            a: z.string().min(1).max(600),
            b: z.string().min(1).max(600),
            state: z.enum(['same', 'cut'], 'wanted same or cut'),
          })
          .refine(({ a, b }) => a !== b, 'wanted two incidents'),
      )
      .min(1, 'wanted at least 1 link')
      .max(MAX_LINKS, `wanted at most ${MAX_LINKS} links`),
    by: z
      .string({ error: 'wanted initials' })
      .trim()
      .min(1)
      .max(MAX_INITIALS)
      .nullish()
      .meta({ description: 'The initials of whoever says so.' }),
  },
  { error: 'wanted {"links": [{"a": "…", "b": "…", "state": "same"}]} as a JSON object' },
);

/** Stands for a person who gave no initials: a link without anybody's name would be the machine's. */
const SOMEBODY = '?';
const TITLES = { tooLong: 'These are too many links', wrong: 'These are no links' };

/** Answers `GET /api/links`. */
export async function listLinks(request: Request, store: Store): Promise<Response> {
  const { incident } = readQuery(request, linksQuery);
  return answerJson(request, { links: await store.links(incident === undefined ? undefined : [incident]) });
}

/** Answers `POST /api/links`: a person's word on incidents, which stands over the machine's; then their links. */
export async function putLinks(request: Request, store: Store): Promise<Response> {
  const { links, by } = parseInput(newLinksSchema, await readJson(request, MAX_BYTES, 'list of links'), TITLES);
  const incidents = [...new Set(links.flatMap(({ a, b }) => [a, b]))];
  for (const id of incidents) if (!(await store.incident(id))) throw notThere('incident', id);
  const at = new Date().toISOString();
  await store.putLinks(links.map((link) => ({ ...link, by: by ?? SOMEBODY, at })));
  return answerJson(request, { links: await store.links(incidents) });
}
