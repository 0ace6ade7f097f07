import fc from 'fast-check';
import { allIncidents, counted, entry, generated, mapOf, plain } from '../../scripts/jest/contract';
import { describeStores } from '../../scripts/jest/test-stores';
import type { Store } from './store';

const TEXT = 'سقطت صواريخ على قاعدة عين الأسد في غربِ العراقِ. وبالعراق قوات.';
describeStores((store) => {
  describe('articles', () => {
    it('gives back what was saved, to the last code unit', async () => {
      const texts = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), minLength: 1 });
      await fc.assert(
        fc.asyncProperty(texts, fc.option(texts), fc.option(texts), async (text, title, source) => {
          const { article } = plain(text, { title, source, publishedAt: '2024-08-06' });
          const [saved] = await store().save([{ article }]);
          const got = await store().get(saved?.id ?? '');
          if (saved?.outcome === 'new') expect(got?.article).toEqual(article);
          expect(got?.article.text).toBe(Buffer.from(text).equals(Buffer.from(got?.article.text ?? '')) ? got?.article.text : text);
        }),
        { numRuns: 60 },
      );
    });

    it('one text is one article, however often and wherever it is published', async () => {
      const first = plain(TEXT, { url: 'https://a.example/1', source: 'A', title: 'T' });
      const second = plain(TEXT, { url: 'https://b.example/2', source: 'B' });
      expect((await store().save([first, second, first])).map(({ outcome }) => outcome)).toEqual(['new', 'copy', 'known']);
      const [again] = await store().save([second]);
      expect(again?.outcome).toBe('known');
      const article = await store().get(again?.id ?? '');
      expect(article).toMatchObject({ title: 'T', copies: 2 });
      expect(article?.published.map(({ source }) => source)).toEqual(['A', 'B']);
      expect((await store().list({ source: 'B' })).items).toHaveLength(1);
      expect((await store().size()).articles).toBe(1);
    });

    it('keeps the page as it was fetched, the first one', async () => {
      const bytes = Uint8Array.from([0, 255, 10, 60]);
      const url = 'https://a.example/1';
      const snapshot = { fetchedAt: '2026-01-01T00:00:00Z', headers: { etag: '"x"' }, bytes };
      const [saved] = await store().save([plain(TEXT, { url })]);
      const id = saved?.id ?? '';
      expect(await store().snapshot(id, url)).toBeNull();
      await store().save([{ ...plain(TEXT, { url }), snapshot }]);
      await store().save([{ ...plain(TEXT, { url }), snapshot: { ...snapshot, bytes: Uint8Array.from([1]) } }]);
      const kept = await store().snapshot(id, url);
      expect({ ...kept, bytes: [...(kept?.bytes ?? [])] }).toEqual({ ...snapshot, bytes: [...bytes] });
      expect((await store().get(id))?.published[0]?.snapshot).toMatchObject({ length: 4, fetchedAt: snapshot.fetchedAt });
    });

    it('an article that cannot be saved takes none of its batch with it', async () => {
      const bad = { ...plain('two'), tags: ['a\nb'] };
      await expect(store().save([plain('one'), bad])).rejects.toMatchObject({ code: 'invalid' });
      expect((await store().size()).articles).toBe(0);
    });

    it('pages through the list once and in order, while others are saved', async () => {
      await store().save([...generated.range(0, 25, 10)]);
      const seen: string[] = [];
      for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
        const page = await store().list({}, { limit: 10, cursor });
        seen.push(...page.items.map(({ url }) => url ?? ''));
        cursor = page.next;
        await store().save([generated.at(100 + seen.length, 10)]);
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `https://example.com/${24 - i}`));
    });

    it.each([
      [{ language: 'en' }, [1, 3, 5, 7]],
      [{ source: 'Source 3' }, [3]],
      [{ tag: 'seen' }, [2, 4]],
      [{ collection: 'c1' }, [4, 5]],
      [{ collection: 'c1', tag: 'seen' }, [4]],
      [{ text: 'no such word anywhere' }, []],
    ])('filters the list by %j', async (filter, expected) => {
      const saved = await store().save([...generated.range(0, 8, 10)]);
      const id = (i: number) => saved[i]?.id ?? '';
      await store().setTags(id(2), ['seen', 'other']);
      await store().setTags(id(4), ['seen']);
      await store().putCollection({ id: 'c1', name: 'عين الأسد', createdAt: '2026-01-01T00:00:00Z' });
      await store().addToCollection('c1', [id(4), id(5)]);
      const { items } = await store().list(filter);
      expect(items.map(({ url }) => Number(url?.split('/').at(-1))).sort()).toEqual(expected);
    });

    it('filters the list by day, country, place and type as the articles say', async () => {
      const articles = [...generated.range(0, 60, 10)];
      await store().save(articles);
      const maps = articles.map(({ result, article }) => ({ map: result?.map, article }));
      const cases = [
        { filter: { from: '2018-01-01', to: '2020-12-31' }, has: (day: string) => day >= '2018-01-01' && day <= '2020-12-31' },
      ];
      for (const { filter, has } of cases)
        expect((await store().list(filter, { limit: 100 })).items).toHaveLength(
          articles.filter(({ article }) => has(article.publishedAt ?? '')).length,
        );
      const [country, place, type] = ['IQ', maps[0]?.map?.features[0]?.id ?? '', 'Protests'];
      const found = async (filter: Parameters<Store['list']>[0]) => (await store().list(filter, { limit: 100 })).items.length;
      expect(await found({ countryCode: country })).toBe(
        maps.filter(({ map }) => map?.features.some((f) => f.properties.countryCode === country)).length,
      );
      expect(await found({ place })).toBe(maps.filter(({ map }) => map?.features.some((f) => f.id === place)).length);
      expect(await found({ type })).toBe(maps.filter(({ map }) => map?.incidents.some((i) => i.type === type)).length);
    });

    it.each([
      ['العراق', true],
      ['عراق', true],
      ['العِراق', true],
      ['بالعراق', true],
      ['عين الاسد', true],
      ['صواريخ العراق', true],
      ['صوار', true],
      ['الكويت', false],
      ['العراق الكويت', false],
      ['"; DROP TABLE articles; --', false],
      ['NEAR( * ^ " \' & | ! :*', false],
    ])('search for %j finds it: %s', async (text, isFound) => {
      await store().save([plain(TEXT), plain('Nothing of the kind was said here.')]);
      const { items } = await store().list({ text });
      expect(items.length).toBe(isFound ? 1 : 0);
    });

    it('text without a word in it filters nothing', async () => {
      await store().save([plain(TEXT)]);
      expect((await store().list({ text: ' "؟! ' })).items).toHaveLength(1);
    });

    it('what is removed is gone from everything', async () => {
      const [saved] = await store().save([generated.at(3, 20), generated.at(4, 20)]);
      const id = saved?.id ?? '';
      await store().setTags(id, ['x']);
      await store().appendCorrections(id, [entry('c1')], await mapOf(store(), id), 0);
      expect(await store().remove(id)).toBe(true);
      expect(await store().remove(id)).toBe(false);
      expect([await store().get(id), await store().shown(id), await store().tags(), await store().corrections(id)]).toEqual([
        null,
        null,
        [],
        [],
      ]);
      const left = await allIncidents(store(), {});
      expect(left.every(({ articleId }) => articleId !== id)).toBe(true);
      expect(await counted(store())).toBe(left.filter(({ place }) => place).length);
    });
  });

  it('many savers at once save each article once', async () => {
    const batch = [...generated.range(0, 30, 10)];
    const outcomes = (
      await Promise.all(Array.from({ length: 6 }, (_, i) => store().save([...batch.slice(i * 3), ...batch.slice(0, i * 3)])))
    ).flat();
    expect(outcomes.filter(({ outcome }) => outcome === 'new')).toHaveLength(30);
    expect(await counted(store())).toBe((await allIncidents(store(), {})).filter(({ place }) => place).length);
  });
});
