import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findRight, methodsOf } from './find-right';
import { lesserRole, maySo, RIGHTS } from './rights';

/** The routes that Next makes of the files under `app/`: by the path of their folder, with their methods. */
const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
  .map((file) => ({
    route: `/${path.posix.dirname(file).replace(/\([^)]*\)\/?/g, '')}`.replace(/\/\.?$/, ''),
    methods: /page\.tsx$/.test(file)
      ? ['GET']
      : [
          ...readFileSync(path.join('app', file), 'utf8').matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g),
        ].map(([, method = '']) => method),
  }));

describe('who may do what', () => {
  it('is said for every route under app/, method by method: add yours to lib/rights/rights.ts', () => {
    const said = RIGHTS.map((right) => `${right.route} ${[...methodsOf(right)].sort().join(' ')}`).sort();
    const there = routes.map(({ route, methods }) => `${route} ${[...methods].sort().join(' ')}`).sort();
    expect(there.length).toBeGreaterThan(20);
    expect(said).toEqual(there);
  });

  it('finds the line of a request', () => {
    const needed = (at: string, method = 'GET') => findRight(at, method)?.needed;
    expect(needed('/en')).toBe('reader');
    expect(needed('/en/sign-in')).toBe('anyone');
    expect(needed('/en/no/such/page')).toBe('reader');
    expect(needed('/api/articles/abc', 'DELETE')).toBe('admin');
    expect(needed('/api/articles/abc', 'HEAD')).toBe('reader');
    expect(needed('/api/articles/a%2Fb/tags', 'PUT')).toBe('analyst');
    expect(needed('/api/incidents/abc/1')).toBe('reader');
    expect(needed('/api/geoparse', 'PUT')).toBeNull();
  });

  it.each(['/', '/api', '/api/nothing', '/API/articles', '/fr', '/enx', '/api/articles/a/b', '/api/%61rticles', '//api/articles'])(
    'has no line for %s, which nobody may have',
    (at) => expect(findRight(at, 'GET')).toBeNull(),
  );

  it('lets each role do what those below it may', () => {
    expect([maySo('reader', 'reader'), maySo('reader', 'analyst'), maySo('analyst', 'admin')]).toEqual([true, false, false]);
    expect([maySo('admin', 'analyst'), maySo('reader', 'anyone')]).toEqual([true, true]);
    expect([lesserRole('reader', 'admin'), lesserRole('admin', 'analyst')]).toEqual(['reader', 'analyst']);
  });
});
