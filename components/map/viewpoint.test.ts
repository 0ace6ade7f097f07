import { formatViewpoint, parseViewpoint } from './viewpoint';

it.each(['6.2/33.7856/42.4412', '0/0/0', '4.1235/-33.9/-179.99999'])('survives a reload: %s', (text) => {
  const view = parseViewpoint(text);
  expect(view && formatViewpoint(view)).toBe(text);
});

it('is rounded to what can be seen', () => {
  expect(formatViewpoint({ zoom: 5.123456789, lat: 33.123456789, lon: -0.000001 })).toBe('5.1235/33.12346/0');
});

it.each([null, '', '6', '6/33', '6/33/42/1', '6/91/42', '6/33/181', '-1/33/42', '25/33/42', 'a/b/c', '6/3e1/42', '6/ 33/42', '6//42'])(
  'refuses %j',
  (text) => expect(parseViewpoint(text)).toBeNull(),
);
