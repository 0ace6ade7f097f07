import { z } from 'zod';
import { parseAllowed } from '../ingest/fetch/addresses';

/** A basemap of the user's own, instead of the embedded one. */
export interface BasemapConfig {
  readonly kind: 'style' | 'pmtiles';
  /** An address, or a path on this server. */
  readonly url: string;
  /** Origins that the map calls for it; empty where all of it lies on this server. */
  readonly origins: readonly string[];
  readonly attribution: string;
}

/** What is set from outside, by environment variables (docs/configuration.md). */
export interface Config {
  readonly basemap: BasemapConfig | null;
  /** As `frame-ancestors` takes them; empty where no page may embed the map. */
  readonly embedOrigins: readonly string[];
  /** What may be fetched beside the public internet: hosts, addresses, ranges of addresses. */
  readonly ingestAllow: readonly string[];
  /** By what name servers know the one who fetches. */
  readonly userAgent: string;
  /** How often it is looked which feeds' time has come; 0: never. */
  readonly feedMinutes: number;
  readonly access: AccessConfig;
}

/** Who is asked for an account, and by what names this server is called. */
export interface AccessConfig {
  /** `auto`: only where others than this machine can reach the server. */
  readonly mode: 'auto' | 'accounts';
  /** Where the server is found from outside, such as `https://map.example.org`; empty where it is not said. */
  readonly origins: readonly string[];
  /** How many servers stand in front of this one. */
  readonly trustedProxies: number;
  /** Points that an account may use in a minute (lib/rights/rights.ts: what a request costs). */
  readonly pointsPerMinute: number;
}

/** A variable that cannot be used: says which, what was got and what was wanted. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** It names itself, as robots should, and says nothing of whom it reads for. */
const USER_AGENT = 'IncidentMap/0.2 (reads articles for its user)';
const DEFAULT_POINTS = 1_200;
const FEED_MINUTES = 5;
const LONGEST_MINUTES = 24 * 60;

type Environment = Readonly<Record<string, string | undefined>>;

const address = z
  .string()
  .refine(
    (url) => isHostAddress(url) || /^\/[^/\\]/.test(url),
    'wanted an https address (http on this machine alone), or a path on this server that begins with one slash',
  );

const schema = z
  .object({
    BASEMAP_STYLE_URL: address.optional(),
    BASEMAP_PMTILES_URL: address.optional(),
    BASEMAP_ATTRIBUTION: z.string().max(500, 'wanted at most 500 characters').optional(),
    BASEMAP_ORIGINS: z.array(z.string().refine(isOrigin, 'wanted https origins such as https://tiles.example.org')),
    PUBLIC_ORIGIN: z
      .string()
      .refine(
        (text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text),
        'wanted an origin such as https://maps.example.org',
      )
      .optional(),
    EMBED_ORIGINS: z.array(
      z
        .string()
        .refine(
          (origin) => origin === '*' || origin === "'self'" || isOrigin(origin),
          "wanted 'self', * or origins such as https://example.org",
        ),
    ),
    INGEST_ALLOW: z.array(z.string()).superRefine((entries, context) => {
      try {
        parseAllowed(entries);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'wanted hosts and ranges' });
      }
    }),
    INGEST_USER_AGENT: z
      .string()
      .regex(/^[\x20-\x7e]{1,200}$/, 'wanted 1 to 200 letters, digits and signs of ASCII')
      .optional(),
    FEED_POLL_MINUTES: z.coerce
      .number('wanted a number')
      .int('wanted a whole number')
      .min(0, 'wanted 0 to 1440')
      .max(LONGEST_MINUTES, 'wanted 0 to 1440')
      .default(FEED_MINUTES),
    ACCESS: z.enum(['auto', 'accounts'], 'wanted auto or accounts').default('auto'),
    TRUSTED_PROXIES: z.coerce
      .number('wanted a number')
      .int('wanted a whole number')
      .min(0, 'wanted 0 to 5')
      .max(5, 'wanted 0 to 5')
      .default(0),
    RATE_LIMIT: z.coerce
      .number('wanted a number')
      .int('wanted a whole number')
      .min(60, 'wanted at least 60 points a minute')
      .default(DEFAULT_POINTS),
  })
  .superRefine((set, context) => {
    const problem = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    const url = set.BASEMAP_STYLE_URL ?? set.BASEMAP_PMTILES_URL;
    if (set.BASEMAP_STYLE_URL && set.BASEMAP_PMTILES_URL) problem('BASEMAP_PMTILES_URL', 'wanted this or BASEMAP_STYLE_URL, got both');
    if (url && !set.BASEMAP_ATTRIBUTION) problem('BASEMAP_ATTRIBUTION', 'wanted whom to name for the basemap, got nothing');
    if (!url && (set.BASEMAP_ATTRIBUTION || set.BASEMAP_ORIGINS.length > 0))
      problem('BASEMAP_STYLE_URL', 'wanted it or BASEMAP_PMTILES_URL beside the other basemap variables, got neither');
  });

/** Reads the configuration. Throws a ConfigError that names every variable at fault. */
export function readConfig(environment: Environment = process.env): Config {
  const set = (name: string) => environment[name]?.trim() || undefined;
  const list = (name: string) => set(name)?.split(/[\s,]+/) ?? [];
  const parsed = schema.safeParse({
    BASEMAP_STYLE_URL: set('BASEMAP_STYLE_URL'),
    BASEMAP_PMTILES_URL: set('BASEMAP_PMTILES_URL'),
    BASEMAP_ATTRIBUTION: set('BASEMAP_ATTRIBUTION'),
    BASEMAP_ORIGINS: list('BASEMAP_ORIGINS'),
    PUBLIC_ORIGIN: set('PUBLIC_ORIGIN'),
    EMBED_ORIGINS: list('EMBED_ORIGINS'),
    INGEST_ALLOW: list('INGEST_ALLOW'),
    INGEST_USER_AGENT: set('INGEST_USER_AGENT'),
    FEED_POLL_MINUTES: set('FEED_POLL_MINUTES'),
    ACCESS: set('ACCESS'),
    TRUSTED_PROXIES: set('TRUSTED_PROXIES'),
    RATE_LIMIT: set('RATE_LIMIT'),
  });
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path: [name], message }) => {
        const got = environment[String(name)];
        return `${String(name)}: ${message}${got ? `, got ${JSON.stringify(got)}` : ''}`;
      }),
    );
  const { BASEMAP_STYLE_URL: style, BASEMAP_PMTILES_URL: pmtiles, BASEMAP_ATTRIBUTION: attribution = '', ...lists } = parsed.data;
  const url = style ?? pmtiles;
  const access = {
    mode: lists.ACCESS,
    origins: lists.PUBLIC_ORIGIN === undefined ? [] : [new URL(lists.PUBLIC_ORIGIN).origin],
    trustedProxies: lists.TRUSTED_PROXIES,
    pointsPerMinute: lists.RATE_LIMIT,
  };
  const rest = {
    access,
    embedOrigins: lists.EMBED_ORIGINS,
    ingestAllow: lists.INGEST_ALLOW,
    userAgent: lists.INGEST_USER_AGENT ?? USER_AGENT,
    feedMinutes: lists.FEED_POLL_MINUTES,
  };
  if (url === undefined) return { basemap: null, ...rest };
  const own = url.startsWith('/') ? [] : [new URL(url).origin];
  const origins = [...new Set([...own, ...lists.BASEMAP_ORIGINS.map((origin) => new URL(origin).origin)])];
  return { basemap: { kind: style ? 'style' : 'pmtiles', url, origins, attribution }, ...rest };
}

function isHostAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname)));
}

function isOrigin(text: string): boolean {
  // What stands in a policy's header may hold nothing that ends a directive.
  return isHostAddress(text) && /^https?:\/\/[^/;,\s]+\/?$/.test(text);
}
