import { Validator } from '@seriousme/openapi-schema-validator';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ar from '../../../data/messages/ar/api.json';
import en from '../../../data/messages/en/api.json';
import { generated } from '../../../scripts/jest/contract';
import { sampleMap } from '../../../scripts/jest/sample-map';
import { openTestLibrary } from '../../../scripts/jest/test-library';
import { GET } from '../../../app/api/openapi.json/route';
import { findRight } from '../../rights/find-right';
import { cookieName } from '../../access/session';
import { sharedLibrary } from '../library';
import { articleMapForm, storedIncidentForm, storedMentionForm, storedPlaceForm } from './forms';
import { METHODS } from './operation';
import { OPERATIONS } from './operations/all';
import { apiOutline } from './outline';
import { apiDefinition } from './request';

openTestLibrary([...generated.range(0, 60, 20)]);

/** `app/api/articles/[id]/route.ts` as `/api/articles/{id}`; a catch-all as its last parameter, or as nothing. */
function pathsOf(file: string): string {
  return `/${path.dirname(file).replace(/^app\//, '')}`
    .replace(/\/\[\[\.\.\.\w+\]\]/, '/*')
    .replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')
    .replace('{y}', '{y}.mvt');
}

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => path.posix.join('app', file));
const routes = files.flatMap((file) => {
  const source = readFileSync(file, 'utf8');
  return METHODS.filter((method) => new RegExp(`export (async )?(function|const) ${method.toUpperCase()}\\b`).test(source)).map(
    (method) => ({ method, path: pathsOf(file) }),
  );
});

describe('every route is told, and every route that is told is there', () => {
  const told = OPERATIONS.map(({ method, path: at }) => `${method} ${at}`);

  test.each(routes.map(({ method, path: at }) => [method, at]))('%s %s', (method, at) => {
    if (at.endsWith('/*')) expect(told.filter((one) => one.startsWith(`${method} ${at.slice(0, -2)}`)).length).toBeGreaterThan(0);
    else expect(told).toContain(`${method} ${at}`);
  });

  it('and no other', () => {
    const there = new Set(routes.map(({ method, path: at }) => `${method} ${at}`));
    const others = told.filter((one) => !there.has(one) && !/^get \/ogc(\/|$)/.test(one));
    expect(others).toEqual([]);
    expect(existsSync('app/ogc/[[...path]]/route.ts')).toBe(true);
  });
});

describe('the document', () => {
  it.each(['ar', 'en'] as const)('is OpenAPI 3.1, in %s', async (language) => {
    const validator = new Validator();
    expect(await validator.validate(apiDefinition(language, 'https://maps.example.org'))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('names each operation once, and says in both languages what it does', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(en.operations).sort()).toEqual([...ids].sort());
    expect(Object.keys(ar.operations).sort()).toEqual([...ids].sort());
  });

  it('says in Arabic too what parameters and fields are', () => {
    const fields = apiOutline('en').flatMap(({ operations }) =>
      operations.flatMap(({ parameters, body }) => [...parameters, ...(body?.fields ?? [])]),
    );
    const told = new Set(fields.map(({ description }) => description).filter((text) => text !== ''));
    expect([...told].filter((text) => !(text in ar.descriptions))).toEqual([]);
  });

  it('tells lists as lists, boxes as numbers, and what must be given', () => {
    const { paths } = apiDefinition('en', 'x') as { paths: Record<string, Record<string, { parameters: Record<string, unknown>[] }>> };
    const parameter = (name: string) => paths['/api/incidents']?.get?.parameters.find((one) => one.name === name);
    expect(parameter('bbox')).toMatchObject({
      in: 'query',
      required: false,
      style: 'form',
      explode: false,
      schema: { type: 'array', items: { type: 'number' } },
    });
    expect(parameter('type')).toMatchObject({
      schema: { type: 'array', items: { enum: expect.arrayContaining(['Battles']) as string[] } },
    });
    expect(paths['/api/export']?.post?.parameters.find(({ name }) => name === 'format')).toMatchObject({ required: true });
    expect(paths['/tiles/{z}/{x}/{y}.mvt']?.get?.parameters.filter((one) => one.in === 'path')).toHaveLength(3);
  });

  it('says of each operation which role it takes, as the guard’s table has it', () => {
    const document = apiDefinition('en', 'x') as {
      paths: Record<string, Record<string, { security: unknown }>>;
      components: { securitySchemes: Record<string, { name?: string; description: string }> };
    };
    const { token, session } = document.components.securitySchemes;
    expect(token).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(session).toMatchObject({ type: 'apiKey', in: 'cookie', name: cookieName(false) });
    expect(session?.description).toContain(cookieName(true));
    const told = Object.entries(document.paths).flatMap(([at, methods]) =>
      Object.entries(methods).map(([method, { security }]) => [`${method} ${at}`, security]),
    );
    for (const [name, security] of told) expect([name, Array.isArray(security)]).toEqual([name, true]);
    const needs = (role: string) => [{ token: [role] }, { session: [role] }];
    expect(Object.fromEntries(told)).toMatchObject({
      'get /api/articles': needs('reader'),
      'post /api/articles': needs('analyst'),
      'delete /api/articles/{id}': needs('admin'),
      'get /tiles/{z}/{x}/{y}.mvt': needs('reader'),
      'get /ogc/collections': needs('reader'),
      'get /api/audit': needs('admin'),
      'post /api/session': [],
    });
    const roles = told.map(([name, security]) => [
      name,
      Object.values((security as Record<string, string[]>[])[0] ?? {})[0]?.[0] ?? 'anyone',
    ]);
    const table = OPERATIONS.map(({ method, path: at }) => [`${method} ${at}`, findRight(at, method.toUpperCase())?.needed]);
    expect(Object.fromEntries(roles)).toEqual(Object.fromEntries(table));
  });

  it('is answered in the reader’s language', async () => {
    const response = GET(new Request('http://127.0.0.1/api/openapi.json?locale=ar'));
    expect(((await response.json()) as { info: { title: string } }).info.title).toBe(ar.title);
  });
});

describe('the forms it tells are those that are answered', () => {
  test('an article’s map', () => {
    expect(articleMapForm.strict().parse(JSON.parse(JSON.stringify(sampleMap())))).toEqual(JSON.parse(JSON.stringify(sampleMap())));
  });

  test('incidents, places and mentions', async () => {
    const library = await sharedLibrary();
    const all = { limit: 1_000 };
    for (const one of (await library.incidents({}, all)).items) expect(storedIncidentForm.strict().parse(one)).toEqual(one);
    for (const one of (await library.places({}, all)).items) expect(storedPlaceForm.strict().parse(one)).toEqual(one);
    for (const one of (await library.mentions({}, all)).items) expect(storedMentionForm.strict().parse(one)).toEqual(one);
  });
});
