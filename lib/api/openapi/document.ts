import { z } from 'zod';
import type { Content, Operation } from './operation';
import { neededFor, securityOf, securitySchemes, type SecurityWords } from './security';

type Json = Record<string, unknown>;
/** OpenAPI's two versions: 3.1 takes JSON Schema as it is, 3.0, which OGC API – Features wants, a dialect of it. */
export type OpenApiVersion = '3.1.1' | '3.0.3';
const TARGETS = { '3.1.1': 'draft-2020-12', '3.0.3': 'openapi-3.0' } as const;

export interface DocumentInfo {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** What stands before every path. */
  readonly server: string;
  /** What stands before every path on this server itself, by which it is known who may ask. */
  readonly root: string;
  readonly security: SecurityWords;
  readonly groups: Readonly<Record<string, string>>;
  /** What an operation does, in a sentence, by its id. */
  readonly summaries: Readonly<Record<string, string>>;
}

/** The OpenAPI document of operations. @throws where two are the same, or a form has no JSON Schema: a fault of ours. */
export function openApiDocument(version: OpenApiVersion, info: DocumentInfo, operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    if (operation.method in path) throw new Error(`${operation.method} ${operation.path} is told twice`);
    path[operation.method] = operationObject(version, info, operation);
  }
  const used = new Set<string>(operations.map(({ group }) => group));
  return {
    openapi: version,
    info: { title: info.title, description: info.description, version: info.version, license: licence(version) },
    servers: [{ url: info.server }],
    tags: Object.entries(info.groups)
      .filter(([group]) => used.has(group))
      .map(([, name]) => ({ name })),
    paths,
    components: {
      schemas: { Problem: toSchema(problemSchema, version, 'output') },
      securitySchemes: securitySchemes(info.security),
    },
  };
}

/** RFC 9457. */
const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), got: z.string(), wanted: z.string() })).meta({ description: 'The fields at fault.' }),
});

function operationObject(version: OpenApiVersion, info: DocumentInfo, operation: Operation): Json {
  const { id, path, group, params, query, body, answers } = operation;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pathSchemas = params ? propertiesOf(params, version) : {};
  const queryForm = query ? (toSchema(query, version, 'input') as { properties?: Record<string, Json>; required?: string[] }) : {};
  const parameters = [
    ...inPath.map((name) => parameter('path', name, pathSchemas[name] ?? { type: 'string' }, true)),
    ...Object.entries(queryForm.properties ?? {}).map(([name, schema]) =>
      parameter('query', name, schema, queryForm.required?.includes(name) ?? false),
    ),
  ];
  return {
    operationId: id,
    summary: info.summaries[id] ?? id,
    tags: [info.groups[group] ?? group],
    security: securityOf(version, neededFor(operation, info.root)),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: contentObject(body, version, 'input') } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, content]) => [
          status,
          { description: DESCRIPTIONS[status] ?? 'Done', ...(content ? { content: contentObject(content, version, 'output') } : {}) },
        ]),
      ),
      default: {
        description: 'A problem (RFC 9457): what was got, and what was wanted',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  200: 'The answer',
  201: 'Made',
  202: 'Taken; the work goes on',
  204: 'Done; there is nothing to tell',
  304: 'As the asker has it',
};

function parameter(place: 'path' | 'query', name: string, schema: Json, required: boolean): Json {
  const { description, example, ...rest } = schema;
  return {
    name,
    in: place,
    required,
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
    ...(rest.type === 'array' ? { style: 'form', explode: false } : {}),
    schema: rest,
  };
}

function contentObject({ mediaType, schema }: Content, version: OpenApiVersion, io: 'input' | 'output'): Json {
  return { [mediaType]: schema ? { schema: toSchema(schema, version, io) } : {} };
}

function propertiesOf(schema: z.ZodType, version: OpenApiVersion): Record<string, Json> {
  return (toSchema(schema, version, 'input').properties ?? {}) as Record<string, Json>;
}

/** A form as JSON Schema. What JSON cannot say (a transform's outcome) is let through as anything. */
function toSchema(schema: z.ZodType, version: OpenApiVersion, io: 'input' | 'output'): Json {
  const made: Json = z.toJSONSchema(schema, {
    target: TARGETS[version],
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  delete made.$schema;
  return made;
}

function licence(version: OpenApiVersion): Json {
  return version === '3.1.1' ? { name: 'MIT', identifier: 'MIT' } : { name: 'MIT' };
}
