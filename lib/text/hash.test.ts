import { join1, join2, SEED1, SEED2, step1, step2 } from './hash';

const hash = (word: string): [number, number] => {
  let [h1, h2] = [SEED1, SEED2];
  for (let i = 0; i < word.length; i++) [h1, h2] = [step1(h1, word.charCodeAt(i)), step2(h2, word.charCodeAt(i))];
  return [h1, h2];
};

test('hashes are 32-bit integers, as the tables store them', () => {
  for (const value of [...hash('baghdad'), join1(...hash('tel')), join2(...hash('aviv'))]) expect(value).toBe(value | 0);
});

test('the order of letters and of tokens counts', () => {
  expect(hash('ab')).not.toEqual(hash('ba'));
  const [[a1, a2], [b1, b2]] = [hash('new'), hash('york')];
  expect(join1(a1, b1)).not.toBe(join1(b1, a1));
  expect(join2(a2, b2)).not.toBe(join2(b2, a2));
});

test('together the two tell 200,000 words and pairs of words apart', () => {
  const seen = new Set<string>();
  const [tail1, tail2] = hash('tail');
  for (let i = 0; i < 100_000; i++) {
    const [h1, h2] = hash(`w${i.toString(36)}`);
    seen.add(`${h1},${h2}`);
    seen.add(`${join1(h1, tail1)},${join2(h2, tail2)}`);
  }
  expect(seen.size).toBe(200_000);
});
