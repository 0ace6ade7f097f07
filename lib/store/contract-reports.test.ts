import ainAlAsad from '../../data/articles/ain-al-asad.json';
import nafusa from '../../data/articles/nafusa-floods.json';
import { dumpOf, feed, plain } from '../../scripts/jest/contract';
import { describeStores } from '../../scripts/jest/test-stores';

describeStores((store, stores) => {
  describe('one report in several papers', () => {
    const wire = plain(ainAlAsad.text, { source: 'A' });
    const paper = plain(`بغداد (خاص) ـ ${ainAlAsad.text}`, { source: 'B' });
    const third = plain(`${ainAlAsad.text} انتهى.`, { source: 'C' });
    const other = plain(nafusa.text, { source: 'D' });

    it('is recognized as such, within a batch and later, and told from others', async () => {
      const [first, second, another] = await store().save([wire, paper, other]);
      expect([first?.alikeTo, second, another?.alikeTo]).toMatchObject([null, { outcome: 'new', alikeTo: first?.id }, null]);
      const [late, again] = await store().save([third, wire]);
      expect([late, again]).toMatchObject([
        { outcome: 'new', alikeTo: first?.id },
        { outcome: 'known', alikeTo: null },
      ]);
      expect((await store().list({ alikeTo: second?.id ?? '' })).items.map(({ source }) => source)).toEqual(['C', 'B', 'A']);
      expect((await store().list({ firstOnly: true })).items.map(({ source, alike }) => [source, alike])).toEqual([
        ['D', 0],
        ['A', 2],
      ]);
    });

    it('stays one when its first is removed, and is forgotten with its last', async () => {
      const [first, second] = await store().save([wire, paper]);
      await store().remove(first?.id ?? '');
      const [late] = await store().save([third]);
      expect(late?.alikeTo).toBe(second?.id);
      for (const one of [second, late]) await store().remove(one?.id ?? '');
      expect((await store().save([wire]))[0]?.alikeTo).toBeNull();
    });

    it('is one in the store that a dump was moved to', async () => {
      await store().save([wire, paper, other]);
      const next = await stores.open('sqlite');
      await next.import(await dumpOf(store()));
      expect((await next.list({ firstOnly: true })).items.map(({ alike }) => alike)).toEqual([0, 1]);
    });

    it('texts of a few words are nobody’s report', async () => {
      const saved = await store().save([plain('Rockets hit Basra'), plain('Rockets hit Basra.')]);
      expect(saved.map(({ alikeTo }) => alikeTo)).toEqual([null, null]);
      expect((await store().list({ firstOnly: true })).items).toHaveLength(2);
    });
  });

  describe('feeds', () => {
    it('are followed once, changed and left', async () => {
      expect([await store().addFeed(feed('a')), await store().addFeed(feed('a', { title: 'other' }))]).toEqual([true, false]);
      await store().addFeed(feed('b', { addedAt: '2025-01-01T00:00:00.000Z' }));
      expect((await store().feeds()).map(({ id, title }) => [id, title])).toEqual([
        ['b', null],
        ['a', null],
      ]);
      const changed = feed('a', { title: 'أخبار', etag: '"x"', failures: 2, problem: 'no answer', nextAt: '2027-01-01T00:00:00.000Z' });
      expect(await store().changeFeed(changed)).toBe(true);
      expect((await store().feeds())[1]).toEqual(changed);
      expect([await store().removeFeed('a'), await store().removeFeed('a')]).toEqual([true, false]);
      expect(await store().changeFeed(changed)).toBe(false);
      expect(await store().feeds()).toHaveLength(1);
    });

    it('whose time has come are taken by one alone', async () => {
      await store().addFeed(feed('now', { nextAt: '2026-01-01T00:00:00.000Z' }));
      await store().addFeed(feed('later', { nextAt: '2026-03-01T00:00:00.000Z' }));
      const take = () => store().takeFeeds('2026-02-01T00:00:00.000Z', '2026-02-01T00:05:00.000Z');
      const taken = await Promise.all([take(), take(), take()]);
      expect(taken.flat().map(({ id, nextAt }) => [id, nextAt])).toEqual([['now', '2026-02-01T00:05:00.000Z']]);
      const takeLater = (early: boolean) =>
        store().takeFeeds('2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z', ['later', 'none'], early);
      expect(await takeLater(false)).toEqual([]);
      expect((await takeLater(true)).map(({ id }) => id)).toEqual(['later']);
    });
  });
});
