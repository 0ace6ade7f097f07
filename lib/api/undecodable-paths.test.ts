import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { decodable, takeUndecodablePathsLiterally } from './undecodable-paths';

test.each([
  ['/a%20b/%D8%A8?x=%zz', '/a%20b/%D8%A8?x=%zz'],
  ['/a%', '/a%25'],
  ['/%zz?x=%zz?', '/%25zz?x=%zz?'],
  ['/%ff/%20', '/%25ff/%2520'],
  ['/%E0%A4%A', '/%25E0%25A4%25A'],
])('%s is %s', (address, wanted) => {
  expect(decodable(address)).toBe(wanted);
  expect(() => decodeURIComponent(decodable(address).split('?')[0] ?? '')).not.toThrow();
});

test('every server of the process is given it so', async () => {
  takeUndecodablePathsLiterally();
  takeUndecodablePathsLiterally();
  const server = createServer((asked, answer) => void answer.end(asked.url));
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const { port } = server.address() as AddressInfo;
  const { body } = await request({ origin: `http://127.0.0.1:${port}`, path: '/%?a=%', method: 'GET' } as never);
  expect(await body.text()).toBe('/%25?a=%');
  server.closeAllConnections();
  server.close();
});
