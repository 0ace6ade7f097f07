import type { Language } from '../../types';
import { apiDefinition } from './request';

/** The interface, cut down to what a page shows: groups of operations with what they take and give. */
export interface OutlineGroup {
  readonly name: string;
  readonly operations: readonly OutlineOperation[];
}

export interface OutlineOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** The role that one has to have where the server asks for accounts; null where anyone may. */
  readonly role: string | null;
  readonly parameters: readonly OutlineField[];
  readonly body: { readonly mediaType: string; readonly fields: readonly OutlineField[] } | null;
  readonly answers: readonly { readonly status: string; readonly mediaType: string | null; readonly fields: readonly string[] }[];
}

export interface OutlineField {
  readonly name: string;
  readonly isRequired: boolean;
  /** As JSON Schema has it: `string`, `integer`, `array of string` …; empty where any will do. */
  readonly type: string;
  /** In English, as in the definition; empty where the name says it. */
  readonly description: string;
  readonly values: readonly string[];
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface Told {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly { readonly token?: readonly string[] }[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** The same that `/api/openapi.json` tells, in its order of groups. */
export function apiOutline(language: Language): OutlineGroup[] {
  const { tags, paths } = apiDefinition(language, '/') as { tags: { name: string }[]; paths: Record<string, Record<string, Told>> };
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, told]) => ({ path, method, told })));
  return tags.map(({ name }) => ({
    name,
    operations: all.filter(({ told }) => told.tags.includes(name)).map(({ path, method, told }) => operation(path, method, told)),
  }));
}

function operation(path: string, method: string, told: Told): OutlineOperation {
  const [body] = Object.entries(told.requestBody?.content ?? {});
  return {
    id: told.operationId,
    method: method.toUpperCase(),
    path,
    summary: told.summary,
    role: told.security[0]?.token?.[0] ?? null,
    parameters: (told.parameters ?? []).map(({ name, required, description, schema }) =>
      field(name, { ...schema, ...(description ? { description } : {}) }, required),
    ),
    body: body ? { mediaType: body[0], fields: fieldsOf(body[1].schema) } : null,
    answers: Object.entries(told.responses)
      .filter(([status]) => status !== 'default')
      .map(([status, { content }]) => {
        const [given] = Object.entries(content ?? {});
        return { status, mediaType: given?.[0] ?? null, fields: Object.keys(given?.[1].schema?.properties ?? {}) };
      }),
  };
}

function fieldsOf(schema: Schema | undefined): OutlineField[] {
  return Object.entries(schema?.properties ?? {}).map(([name, inner]) => field(name, inner, schema?.required?.includes(name) ?? false));
}

function field(name: string, schema: Schema, isRequired: boolean): OutlineField {
  const values = (schema.enum ?? schema.items?.enum ?? []).filter((value) => typeof value === 'string');
  return { name, isRequired, type: typeOf(schema), description: schema.description ?? '', values };
}

function typeOf({ type, items, anyOf }: Schema): string {
  if (anyOf) return [...new Set(anyOf.map(typeOf))].filter((one) => one !== '').join(' | ');
  if (type === 'array' && items) return ['array', typeOf(items)].filter((one) => one !== '').join(' of ');
  return type ?? '';
}
