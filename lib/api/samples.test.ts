import { readSamples } from './samples';

describe('readSamples', () => {
  it('gives every sample once, the seed article first', async () => {
    const samples = await readSamples();
    expect(samples[0]?.id).toBe('ain-al-asad');
    expect(new Set(samples.map((sample) => sample.id)).size).toBe(samples.length);
  });
});
