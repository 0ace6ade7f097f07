import { plain } from '../../scripts/jest/contract';
import { describeStores } from '../../scripts/jest/test-stores';

describeStores((store) => {
  describe('what people put together', () => {
    it('keeps collections, and articles in them once', async () => {
      const [one, two] = await store().save([plain('one'), plain('two')]);
      await store().putCollection({ id: 'c', name: 'First', createdAt: '2026-01-01T00:00:00Z' });
      await store().addToCollection('c', [one?.id ?? '', two?.id ?? '']);
      await store().addToCollection('c', [one?.id ?? '']);
      await store().putCollection({ id: 'c', name: 'Second', createdAt: '2027-01-01T00:00:00Z' });
      expect(await store().collections()).toEqual([{ id: 'c', name: 'Second', createdAt: '2026-01-01T00:00:00Z', articles: 2 }]);
      await store().removeFromCollection('c', [one?.id ?? '']);
      expect((await store().list({ collection: 'c' })).items.map(({ id }) => id)).toEqual([two?.id]);
      await expect(store().addToCollection('none', [one?.id ?? ''])).rejects.toMatchObject({ code: 'missing' });
      await expect(store().addToCollection('c', ['none'])).rejects.toMatchObject({ code: 'missing' });
      expect(await store().removeCollection('c')).toBe(true);
      expect([await store().collections(), (await store().size()).articles]).toEqual([[], 2]);
    });

    it('gives tags to many articles at once, and other names to tags', async () => {
      const saved = await store().save([plain('one', { source: 'A' }), plain('two', { source: 'B' }), plain('three', { source: 'B' })]);
      const [one = '', two = '', three = ''] = saved.map(({ id }) => id);
      await store().changeTags([one, two], ['x', 'y'], []);
      await store().changeTags([two, three], ['x'], ['y']);
      expect(await store().tags()).toEqual([
        { tag: 'x', articles: 3 },
        { tag: 'y', articles: 1 },
      ]);
      expect([await store().renameTag('y', 'x'), await store().renameTag('none', 'x')]).toEqual([true, false]);
      expect(await store().tags()).toEqual([{ tag: 'x', articles: 3 }]);
      await store().renameTag('x', 'حدود');
      expect((await store().get(one))?.tags).toEqual(['حدود']);
      await expect(store().changeTags([one], ['a\nb'], [])).rejects.toMatchObject({ code: 'invalid' });
      await expect(store().changeTags([one, 'none'], ['z'], [])).rejects.toMatchObject({ code: 'missing' });
      await store().renameTag('حدود', null);
      expect(await store().tags()).toEqual([]);
      expect((await store().summaries([three, 'none'])).map(({ id, source }) => [id, source])).toEqual([[three, 'B']]);
      expect(await store().sources(1)).toEqual([{ source: 'B', articles: 2 }]);
    });

    it('a person’s word on two incidents stands over the machine’s', async () => {
      const at = '2026-01-01T00:00:00Z';
      await store().putLinks([{ a: 'y/1', b: 'x/1', state: 'same', by: null, at }]);
      await store().putLinks([{ a: 'x/1', b: 'y/1', state: 'cut', by: 'RK', at }]);
      await store().putLinks([
        { a: 'x/1', b: 'y/1', state: 'same', by: null, at },
        { a: 'x/1', b: 'z/1', state: 'same', by: null, at },
      ]);
      expect(await store().links(['y/1'])).toEqual([{ a: 'x/1', b: 'y/1', state: 'cut', by: 'RK', at }]);
      expect(await store().links()).toHaveLength(2);
      await expect(store().putLinks([{ a: 'x/1', b: 'x/1', state: 'same', by: null, at }])).rejects.toMatchObject({ code: 'invalid' });
    });
  });
});
