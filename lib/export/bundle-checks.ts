import { z } from 'zod';
import { applyCorrections } from '../review/apply-corrections';
import { logSchema } from '../review/corrections';
import type { Article, ArticleMap, Language } from '../types';
import {
  articleFileSchema,
  CORRECTIONS,
  MACHINE_MAP,
  manifestSchema,
  OUTSIDE_MANIFEST,
  REQUIRED_FILES,
  sha256,
  sumsOf,
  type ArticleFile,
  type Manifest,
} from './bundle-format';
import { toCsv } from './csv';
import { differences } from './differences';
import { toIncidentsCsv } from './incidents-csv';
import { checkQuotes } from './quotes-check';

/** The engine that a bundle is held against. */
export interface Rerun {
  readonly versions: { readonly engine: string; readonly gazetteer: string };
  readonly map: (article: Article, reader: Language, id: string) => ArticleMap;
}

/** What a check that passed has found, and what to say of it in plain English. One that fails throws, and says why. */
export interface Passed<T> {
  readonly found: T;
  readonly detail: string;
}

/** How many faults a check names. */
const SHOWN = 3;

export type Files = ReadonlyMap<string, Uint8Array>;

export function checkManifest(files: Files, kept: string | null): Passed<Manifest> {
  const bytes = contentOf(files, 'manifest.json');
  const hash = sha256(bytes);
  if (kept !== null && kept.toLowerCase() !== hash) throw new Error(`wanted the manifest with SHA-256 ${kept.toLowerCase()}, got ${hash}`);
  const manifest = parseJson(manifestSchema, bytes);
  return { found: manifest, detail: `made ${manifest.createdAt}; SHA-256 ${hash}${kept === null ? '' : ', as kept'}` };
}

export function checkSums(files: Files): Passed<null> {
  if (decode(contentOf(files, 'SHA256SUMS')) !== sumsOf(files)) {
    const stated = new Set(decode(contentOf(files, 'SHA256SUMS')).split('\n'));
    const wrong = sumsOf(files)
      .split('\n')
      .filter((line) => !stated.has(line))
      .map((line) => line.slice(66));
    throw new Error(`SHA256SUMS does not hold for ${wrong.join(', ') || 'a file that is not there'}`);
  }
  return { found: null, detail: `${files.size - 1} files as SHA256SUMS has them` };
}

export function checkList(files: Files, manifest: Manifest): Passed<null> {
  const named = new Set([...manifest.files.map(({ name }) => name), ...OUTSIDE_MANIFEST]);
  const missing = [...new Set([...named, ...REQUIRED_FILES])].filter((name) => !files.has(name));
  const extra = [...files.keys()].filter((name) => !named.has(name));
  const faults = [...missing.map((name) => `${name} is missing`), ...extra.map((name) => `${name} is not in the manifest`)];
  if (named.size < manifest.files.length + OUTSIDE_MANIFEST.length) faults.push('the manifest names a file twice');
  if (faults.length > 0) throw new Error(listed(faults));
  return { found: null, detail: 'none missing, none besides' };
}

export function checkFile(content: Uint8Array, size: number, hash: string): Passed<null> {
  const got = sha256(content);
  if (content.byteLength !== size) throw new Error(`wanted ${size} bytes, got ${content.byteLength}`);
  if (got !== hash) throw new Error(`wanted SHA-256 ${hash}, got ${got}`);
  return { found: null, detail: `${size} bytes, SHA-256 ${hash}` };
}

export function checkText(files: Files, { text: wanted }: Manifest): Passed<string> {
  const bytes = contentOf(files, 'article.txt');
  const text = decode(bytes);
  const got = { sha256: sha256(bytes), length: text.length, bytes: bytes.byteLength };
  const [fault] = differences(got, wanted, 1);
  if (fault !== undefined) throw new Error(`${fault} of the text is not as the manifest has it`);
  return { found: text, detail: `${text.length} UTF-16 units, SHA-256 as the manifest has it` };
}

const quoteSchema = z.looseObject({ start: z.number(), end: z.number(), text: z.string() });
/** As much of a map as the checks go by. */
const mapSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  article: articleFileSchema.omit({ detectedLanguage: true }).extend({ language: z.string() }).loose(),
  gazetteer: z.looseObject({ version: z.string() }),
  features: z.array(
    z.looseObject({
      id: z.string(),
      properties: z.looseObject({ mentions: z.array(quoteSchema.extend({ quote: quoteSchema })) }),
    }),
  ),
  incidents: z.array(z.looseObject({ id: z.string(), placeId: z.string().nullable(), evidence: z.array(quoteSchema) })),
});
type CheckedMap = z.infer<typeof mapSchema>;

export function checkMap(files: Files, name: string, manifest: Manifest): Passed<CheckedMap> {
  const map = parseJson(mapSchema, contentOf(files, name));
  if (map.article.sha256 !== manifest.text.sha256 || map.article.length !== manifest.text.length)
    throw new Error('it is the map of another text');
  if (map.gazetteer.version !== manifest.versions.gazetteer) throw new Error('it names another gazetteer than the manifest');
  const ids = new Set(map.features.map(({ id }) => id));
  const lost = map.incidents
    .filter(({ placeId }) => placeId !== null && !ids.has(placeId))
    .map(({ id }) => `${id} is at no place of the map`);
  if (lost.length > 0) throw new Error(listed(lost));
  return { found: map, detail: `${map.features.length} places, ${map.incidents.length} incidents` };
}

export function checkMetadata(files: Files, map: CheckedMap | null): Passed<ArticleFile> {
  const known = parseJson(articleFileSchema, contentOf(files, 'article.json'));
  const { detectedLanguage, ...rest } = known;
  const stated = Object.entries({ ...rest, language: detectedLanguage });
  const faults = stated.filter(([key, value]) => map && map.article[key] !== value).map(([key]) => key);
  if (faults.length > 0) throw new Error(`article.json and map.geojson differ in ${listed(faults)}`);
  return { found: known, detail: 'article.json and map.geojson speak of one article' };
}

export function checkMapQuotes(map: CheckedMap, text: string): Passed<null> {
  const { spans, quotes, faults } = checkQuotes(map, text);
  if (faults.length > 0) throw new Error(listed(faults));
  return { found: null, detail: `${spans} spans within the text, ${quotes} quotes word for word` };
}

/** Says how far a person has changed what the engine gave. */
export function checkCorrections(machine: CheckedMap, map: CheckedMap): Passed<null> {
  const changed = (before: readonly { id: string }[], after: readonly { id: string }[]) => {
    const left = new Map(before.map((item) => [item.id, item]));
    const kept = after.filter((item) => differences(left.get(item.id), item, 1).length === 0).length;
    return `${after.length - kept} of ${after.length} changed or added, ${before.filter(({ id }) => !after.some((item) => item.id === id)).length} taken out`;
  };
  const detail = `by hand: places ${changed(machine.features, map.features)}; incidents ${changed(machine.incidents, map.incidents)}`;
  return { found: null, detail };
}

/** Makes the corrections again, from the engine's map, and holds the outcome against the map to answer for. */
export function checkReplay(files: Files, machine: CheckedMap, map: CheckedMap, text: string): Passed<null> {
  const log = parseJson(logSchema, contentOf(files, CORRECTIONS));
  // As far as the corrections go into it, the schema has seen it; what it leaves open can only make them fail, which is told.
  const again: unknown = JSON.parse(JSON.stringify(applyCorrections(machine as unknown as ArticleMap, text, log)));
  const differ = differences(map, again, SHOWN + 1);
  if (differ.length > 0) throw new Error(`${CORRECTIONS} makes another map of ${MACHINE_MAP}; they differ at ${listed(differ)}`);
  return { found: null, detail: `${log.length} corrections make map.geojson of ${MACHINE_MAP}` };
}

export function otherVersions({ versions }: Manifest, rerun: Rerun | null): string | null {
  if (!rerun) return null;
  const differ = (['engine', 'gazetteer'] as const)
    .filter((key) => versions[key] !== rerun.versions[key])
    .map((key) => `made with ${key} ${versions[key]}, here is ${rerun.versions[key]}`);
  return differ.length > 0 ? differ.join('; ') : null;
}

export function checkTables(files: Files, map: CheckedMap): Passed<null> {
  // What the schema leaves open is the engine's to check; a table that cannot be made of it is a fault too.
  const whole = map as unknown as ArticleMap;
  for (const [name, table] of [
    ['places.csv', toCsv([whole])],
    ['incidents.csv', toIncidentsCsv([whole])],
  ] as const)
    if (sha256(contentOf(files, name)) !== sha256(new TextEncoder().encode(table)))
      throw new Error(`${name} does not say what map.geojson says`);
  return { found: null, detail: 'places.csv and incidents.csv say what map.geojson says' };
}

export function checkSameAgain(
  { text, title, url, source, publishedAt, language }: Article,
  id: string,
  map: CheckedMap,
  manifest: Manifest,
  rerun: Rerun,
): Passed<null> {
  const again: unknown = JSON.parse(JSON.stringify(rerun.map({ text, title, url, source, publishedAt, language }, manifest.reader, id)));
  const differ = differences(map, again, SHOWN + 1);
  const made = manifest.versions.node === process.version ? '' : ` (made on Node.js ${manifest.versions.node}, here is ${process.version})`;
  if (differ.length > 0) throw new Error(`the engine gives another GeoJSON; they differ at ${listed(differ)}${made}`);
  return { found: null, detail: `the engine gives the same GeoJSON from the text${made}` };
}

function contentOf(files: Files, name: string): Uint8Array {
  const content = files.get(name);
  if (!content) throw new Error(`${name} is missing`);
  return content;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function parseJson<T extends z.ZodType>(schema: T, bytes: Uint8Array): z.output<T> {
  const parsed = schema.safeParse(JSON.parse(decode(bytes)));
  if (parsed.success) return parsed.data;
  throw new Error(listed(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'everything'}: ${message}`)));
}

function listed(faults: readonly string[]): string {
  const more = faults.length > SHOWN ? ` and ${faults.length - SHOWN === 1 ? 'one more' : 'more'}` : '';
  return faults.slice(0, SHOWN).join('; ') + more;
}
