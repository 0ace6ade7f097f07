import { ConfigError, readConfig } from './config';

const NOTHING_SET = {
  access: { mode: 'auto', origins: [], trustedProxies: 0, pointsPerMinute: 1_200 },
  basemap: null,
  embedOrigins: [],
  ingestAllow: [],
  userAgent: expect.stringMatching(/^IncidentMap/) as string,
  feedMinutes: 5,
};

const STYLE = 'https://tiles.example.org/style.json?key=1';

test('nothing set: the embedded basemap, embedded nowhere, accounts only where others reach it', () => {
  expect(readConfig({})).toEqual(NOTHING_SET);
  expect(readConfig({ BASEMAP_STYLE_URL: ' ', EMBED_ORIGINS: '' })).toEqual(NOTHING_SET);
});

test('who is asked for an account, and by what names', () => {
  const set = {
    ACCESS: 'accounts',
    PUBLIC_ORIGIN: 'https://map.example.org',
    TRUSTED_PROXIES: '1',
    RATE_LIMIT: '600',
  };
  const origins = ['https://map.example.org'];
  expect(readConfig(set).access).toEqual({ mode: 'accounts', origins, trustedProxies: 1, pointsPerMinute: 600 });
});

test('a style, and whom it calls', () => {
  const { basemap } = readConfig({ BASEMAP_STYLE_URL: STYLE, BASEMAP_ATTRIBUTION: '© X', BASEMAP_ORIGINS: 'https://fonts.example.org/' });
  const origins = ['https://tiles.example.org', 'https://fonts.example.org'];
  expect(basemap).toEqual({ kind: 'style', url: STYLE, origins, attribution: '© X' });
});

test('an archive on this server calls nobody', () => {
  const { basemap } = readConfig({ BASEMAP_PMTILES_URL: '/basemap/my.pmtiles', BASEMAP_ATTRIBUTION: '© X' });
  expect(basemap).toEqual({ kind: 'pmtiles', url: '/basemap/my.pmtiles', origins: [], attribution: '© X' });
});

test('who may embed', () => {
  expect(readConfig({ EMBED_ORIGINS: "'self' https://a.example, https://b.example:8443" }).embedOrigins).toEqual([
    "'self'",
    'https://a.example',
    'https://b.example:8443',
  ]);
});

test.each<[Record<string, string>, string]>([
  [{ ACCESS: 'open' }, 'ACCESS: wanted auto or accounts, got "open"'],
  [{ PUBLIC_ORIGIN: 'map.example.org' }, 'PUBLIC_ORIGIN: wanted an origin'],
  [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES: wanted a number, got "all"'],
  [{ RATE_LIMIT: '1' }, 'RATE_LIMIT: wanted at least 60'],
  [{ BASEMAP_STYLE_URL: STYLE }, 'BASEMAP_ATTRIBUTION: wanted whom to name'],
  [{ BASEMAP_STYLE_URL: STYLE, BASEMAP_PMTILES_URL: '/a', BASEMAP_ATTRIBUTION: 'x' }, 'BASEMAP_PMTILES_URL: wanted this or'],
  [{ BASEMAP_ATTRIBUTION: 'x' }, 'BASEMAP_STYLE_URL: wanted it or BASEMAP_PMTILES_URL'],
  [{ BASEMAP_STYLE_URL: 'http://example.org/x', BASEMAP_ATTRIBUTION: 'x' }, 'got "http://example.org/x"'],
  [{ BASEMAP_STYLE_URL: 'javascript:alert(1)', BASEMAP_ATTRIBUTION: 'x' }, 'BASEMAP_STYLE_URL: wanted an https address'],
  [{ BASEMAP_STYLE_URL: '//example.org/x', BASEMAP_ATTRIBUTION: 'x' }, 'BASEMAP_STYLE_URL: wanted an https address'],
  [{ BASEMAP_STYLE_URL: 'https://me:secret@example.org/x', BASEMAP_ATTRIBUTION: 'x' }, 'BASEMAP_STYLE_URL'],
  [{ EMBED_ORIGINS: 'example.org' }, 'EMBED_ORIGINS: wanted'],
  [{ EMBED_ORIGINS: 'https://a.example;script-src' }, 'EMBED_ORIGINS: wanted'],
  [{ EMBED_ORIGINS: 'https://a.example/path' }, 'EMBED_ORIGINS: wanted'],
  [{ FEED_POLL_MINUTES: '-1' }, 'FEED_POLL_MINUTES: wanted 0 to 1440'],
  [{ FEED_POLL_MINUTES: 'often' }, 'FEED_POLL_MINUTES: wanted a number'],
])('%j is refused by name', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(message);
});

it('what may be fetched beside the public internet is named by hosts and ranges', () => {
  expect(readConfig({ INGEST_ALLOW: 'wire.example, 10.1.0.0/16', INGEST_USER_AGENT: 'Desk/1' })).toMatchObject({
    ingestAllow: ['wire.example', '10.1.0.0/16'],
    userAgent: 'Desk/1',
  });
  expect(() => readConfig({ INGEST_ALLOW: 'http://wire.example' })).toThrow('INGEST_ALLOW: wanted a host, an address or a range');
  expect(() => readConfig({ INGEST_USER_AGENT: 'a\nb: c' })).toThrow('INGEST_USER_AGENT: wanted');
});
