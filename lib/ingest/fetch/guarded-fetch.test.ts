import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { request } from 'undici';
import type { IngestError } from '../ingest-error';
import { isPublic, mayCall, NOTHING_ALLOWED, parseAllowed } from './addresses';
import { guardedAgent, type Resolver } from './guarded-connection';
import { FETCH_LIMITS, guardedFetcher } from './guarded-fetch';

jest.setTimeout(20_000);
const LOOPBACK = parseAllowed(['127.0.0.1']);
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback; gives its port. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return (server.address() as AddressInfo).port;
}

describe('which addresses are public', () => {
  it.each([
    ['127.0.0.1', 'loopback'], ['127.255.255.254', 'loopback'], ['0.0.0.0', 'this host'], ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'], ['172.16.0.1', 'private'], ['172.31.255.255', 'private'], ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local: where clouds keep their keys'], ['100.64.0.1', 'carrier-grade NAT'],
    ['192.0.0.8', 'IETF'], ['192.0.2.1', 'documentation'], ['198.51.100.1', 'documentation'], ['203.0.113.1', 'documentation'],
    ['198.18.0.1', 'benchmarks'], ['192.88.99.1', '6to4 relay'], ['224.0.0.1', 'multicast'], ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::1', 'loopback'], ['::', 'unspecified'], ['fe80::1', 'link-local'], ['fc00::1', 'unique local'], ['fd12:3456::1', 'unique local'],
    ['fec0::1', 'site-local'], ['ff02::1', 'multicast'], ['2001:db8::1', 'documentation'], ['3fff::1', 'documentation'],
    ['::ffff:127.0.0.1', 'mapped loopback'], ['::ffff:7f00:1', 'mapped loopback in hexadecimal'], ['::ffff:10.0.0.1', 'mapped private'],
    ['::127.0.0.1', 'IPv4-compatible'], ['::ffff:0:127.0.0.1', 'translated'], ['64:ff9b::127.0.0.1', 'NAT64 to loopback'],
    ['64:ff9b::a9fe:a9fe', 'NAT64 to link-local'], ['64:ff9b:1::1', 'local NAT64'], ['2002:7f00:1::', '6to4 to loopback'],
    ['2001:0:7f00:1::', 'Teredo'], ['100::1', 'discard'], ['4000::1', 'not given out'], ['fe80::1%eth0', 'with a zone'],
    ['localhost', 'a name'], ['', 'nothing'],
  ])('%s is not (%s)', (address) => {
    expect(isPublic(address)).toBe(false);
  }); /* prettier-ignore */ // a line for each kind of address, not for each address

  it.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it('configuration adds hosts, addresses and ranges', () => {
    const allowed = parseAllowed(['10.1.0.0/16', 'wire.example', '::1']);
    expect(mayCall('x', '10.1.2.3', allowed)).toBe(true);
    expect(mayCall('x', '::ffff:10.1.2.3', allowed)).toBe(true);
    expect(mayCall('x', '10.2.2.3', allowed)).toBe(false);
    expect(mayCall('WIRE.example.', '192.168.0.1', allowed)).toBe(true);
    expect(mayCall('other.example', '192.168.0.1', allowed)).toBe(false);
    for (const wrong of ['10.1.0.0/40', 'a b', 'http://x', '0177.0.0.1:80', '*']) expect(() => parseAllowed([wrong])).toThrow(RangeError);
  });
});

describe('an address that somebody names', () => {
  const fetchIt = guardedFetcher('test', NOTHING_ALLOWED, async () => [{ address: '127.0.0.1', family: 4 }]);
  it.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://017700000001/',
    'http://127.0.0.1./', 'http://①②⑦.0.0.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/', 'http://169.254.169.254/latest/meta-data/', 'http://[fe80::1]/', 'http://10.0.0.1/', 'http://0/',
    'http://localhost/', 'http://localhost./', 'http://LOCALHOST/', 'http://innocent.example/', 'https://innocent.example/',
  ])('%s is refused', async (url) => {
    await expect(fetchIt(url)).rejects.toMatchObject({ code: 'address-refused' });
  }); /* prettier-ignore */ // a line for each kind of address, not for each address

  it.each([
    'ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'data:text/html,x', 'javascript:alert(1)', 'unix:/var/run/x.sock',
    'http://user:secret@example.com/', 'http://user@example.com/', 'http://example.com:22/', 'http://example.com:6379/', 'http://', 'x', '',
    'http://exa mple.com/', 'http://example.com:99999/',
  ])('%s is none', async (url) => {
    await expect(fetchIt(url)).rejects.toMatchObject({ code: 'bad-address' });
  }); /* prettier-ignore */ // a line for each kind of address, not for each address

  it('that leads elsewhere when it is asked again (rebinding) is called where it was looked at', async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => response.end(request.headers.host));
    const answers = [['127.0.0.1'], ['10.0.0.1'], ['169.254.169.254']];
    const resolve: Resolver = async (host) => {
      const [address = ''] = answers[seen.push(host) - 1] ?? [];
      return [{ address, family: 4 }];
    };
    // Allowed by its name, so that any port will do; its later addresses would be allowed too, were it asked again.
    const fetchIt = guardedFetcher('test', parseAllowed(['turning.example']), resolve);
    expect(Buffer.from((await fetchIt(`http://turning.example:${port}/`)).bytes).toString()).toBe(`turning.example:${port}`);
    expect(seen).toEqual(['turning.example']);
    // And not allowed by name: looked at each time it is resolved, refused the moment that it leads into the network.
    const strict = guardedFetcher('test', NOTHING_ALLOWED, resolve);
    await expect(strict('http://turning.example/')).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('that leads to good and bad addresses is called under the good ones alone', async () => {
    const port = await serve((_, response) => response.end('here'));
    const both: Resolver = async () => [
      { address: '10.9.9.9', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const agent = guardedAgent(LOOPBACK, both);
    const answer = await request(`http://mixed.example:${port}/`, { dispatcher: agent });
    expect(await answer.body.text()).toBe('here');
    await agent.close();
  });

  it.each([301, 302, 303, 307, 308])('redirected by %i into the network is refused', async (status) => {
    let reached = false;
    const inner = await serve((_, response) => {
      reached = true;
      response.end('secret');
    });
    const targets = [
      `http://127.0.0.2:${inner}/`,
      'http://127.0.0.2/',
      'http://[::ffff:7f00:2]/',
      'http://0x7f000002/',
      'http://169.254.169.254/',
      '//10.0.0.1/',
    ];
    for (const location of targets) {
      const port = await serve((_, response) => response.writeHead(status, { location }).end());
      const told = await guardedFetcher('test', LOOPBACK)(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
      expect(['address-refused', 'bad-address']).toContain((told as IngestError).code);
    }
    expect(reached).toBe(false);
  });
});

describe('what comes is bounded', () => {
  const limits = { ...FETCH_LIMITS, bytes: 3_000_000, ms: 600 };
  const fetchIt = guardedFetcher('Test/1', LOOPBACK, undefined, limits);

  it.each([
    ['too long by its bytes', (big: Buffer) => [big, {}], 'too-large'],
    ['a gzip bomb', (big: Buffer) => [gzipSync(big), { 'content-encoding': 'gzip' }], 'too-large'],
    ['a brotli bomb', (big: Buffer) => [brotliCompressSync(big), { 'content-encoding': 'br' }], 'too-large'],
    ['a deflate bomb without a head', (big: Buffer) => [deflateRawSync(big), { 'content-encoding': 'deflate' }], 'too-large'],
    ['packed twice', (big: Buffer) => [gzipSync(gzipSync(big)), { 'content-encoding': 'gzip, gzip' }], 'unreadable'],
    ['not packed as it says', () => [Buffer.from('plain'), { 'content-encoding': 'gzip' }], 'unreadable'],
    ['cut off', (big: Buffer) => [gzipSync(big.subarray(0, 5000)).subarray(0, 20), { 'content-encoding': 'gzip' }], 'unreadable'],
    ['packed in a way nobody knows', () => [Buffer.from('x'), { 'content-encoding': 'zstd' }], 'unreadable'],
  ] as const)('%s', async (_, make, code) => {
    const [body, headers] = make(Buffer.alloc(4_000_000, 0x61)) as [Buffer, Record<string, string>];
    const port = await serve((__, response) => response.writeHead(200, headers).end(body));
    await expect(fetchIt(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code });
  });

  it.each(['gzip', 'deflate', 'raw', 'br'] as const)('%s is unpacked', async (kind) => {
    const pack = { gzip: gzipSync, deflate: deflateSync, raw: deflateRawSync, br: brotliCompressSync }[kind];
    const encoding = kind === 'raw' ? 'deflate' : kind;
    const port = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(pack('سلام')));
    expect(Buffer.from((await fetchIt(`http://127.0.0.1:${port}/`)).bytes).toString()).toBe('سلام');
  });

  it('a server that drips, that never ends its headers, or that redirects for ever', async () => {
    const drip = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    await expect(fetchIt(`http://127.0.0.1:${drip}/`)).rejects.toMatchObject({ code: 'too-slow' });
    const silent = await serve(() => undefined);
    await expect(fetchIt(`http://127.0.0.1:${silent}/`)).rejects.toMatchObject({ code: 'too-slow' });
    const wide = await serve((_, response) => response.writeHead(200, { 'x-long': 'y'.repeat(60_000) }).end());
    await expect(fetchIt(`http://127.0.0.1:${wide}/`)).rejects.toMatchObject({ code: 'too-large' });
    const ring = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(fetchIt(`http://127.0.0.1:${ring}/`)).rejects.toMatchObject({ code: 'too-many-redirects' });
  });

  it('says who it is, takes no cookies and gives none, and tells where the page lies in the end', async () => {
    const asked: (string | undefined)[][] = [];
    const port = await serve((got, response) => {
      asked.push([got.headers['user-agent'], got.headers.cookie, got.headers.referer, got.headers['if-none-match']]);
      if (got.url === '/') response.writeHead(301, { location: '/page', 'set-cookie': 'a=b' }).end();
      else response.writeHead(200, { 'set-cookie': 'c=d', etag: '"1"' }).end('page');
    });
    const fetched = await fetchIt(`http://127.0.0.1:${port}/#part`, { etag: '"0"' });
    expect(asked).toEqual([
      ['Test/1', undefined, undefined, '"0"'],
      ['Test/1', undefined, undefined, '"0"'],
    ]);
    expect(fetched).toMatchObject({ status: 200, url: `http://127.0.0.1:${port}/page`, headers: { etag: '"1"' } });
    expect(Object.keys(fetched.headers)).not.toContain('set-cookie');
  });

  it.each([
    [404, null],
    [403, null],
    [503, '120'],
    [429, null],
  ] as const)('status %i is no page', async (status, after) => {
    const port = await serve((_, response) => response.writeHead(status, after ? { 'retry-after': after } : {}).end('x'));
    const error: unknown = await fetchIt(`http://127.0.0.1:${port}/`).catch((told: unknown) => told);
    expect(error).toMatchObject({ code: 'unreachable', ...(after ? { retryAfter: after } : {}) });
  });
});
