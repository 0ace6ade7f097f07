import { allIncidents, counted, entry, generated, mapOf } from '../../scripts/jest/contract';
import { describeStores } from '../../scripts/jest/test-stores';

describeStores((store) => {
  describe('results and corrections', () => {
    it('gives the machine’s map, the one shown, and which version made it', async () => {
      const { article, result } = generated.at(1);
      const [saved] = await store().save([{ article, result }]);
      const id = saved?.id ?? '';
      expect(await store().result(id)).toEqual(result);
      expect(await store().shown(id)).toEqual(result?.map);
      expect(await store().outdated({ engine: '1', gazetteer: '1' }, 10)).toEqual([]);
      expect(await store().outdated({ engine: '2', gazetteer: '1' }, 10)).toEqual([id]);
      expect(await store().outdated({ engine: '2', gazetteer: '1' }, 10, id)).toEqual([]);
    });

    it('the log is only added to, once for each entry, and shows what it leads to', async () => {
      const [saved] = await store().save([generated.at(1)]);
      const id = saved?.id ?? '';
      const map = await mapOf(store(), id);
      const corrected = { ...map, incidents: [], features: map.features.slice(1) };
      await store().appendCorrections(id, [entry('c1')], corrected, 0);
      await expect(store().appendCorrections(id, [entry('c2')], map, 0)).rejects.toMatchObject({ code: 'conflict' });
      await store().appendCorrections(id, [entry('c1'), entry('c2')].slice(1), corrected, 1);
      expect(await store().corrections(id)).toEqual([entry('c1'), entry('c2')]);
      expect(await store().shown(id)).toEqual(corrected);
      expect((await store().result(id))?.map).toEqual(map);
      expect(await allIncidents(store(), {})).toEqual([]);
      expect((await store().places({})).items).toHaveLength(corrected.features.length);
      expect(await counted(store())).toBe(0);
    });

    it('of two reviewers at once one is told to read again', async () => {
      const [saved] = await store().save([generated.at(1)]);
      const id = saved?.id ?? '';
      const map = await mapOf(store(), id);
      const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => store().appendCorrections(id, [entry(name)], map, 0)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store().corrections(id)).toHaveLength(1);
    });

    it('a result made again takes the place of the one before; incidents told again keep their place in the feed', async () => {
      const { article, result } = generated.at(2);
      const [saved] = await store().save([{ article, result }, generated.at(3)]);
      const id = saved?.id ?? '';
      if (!result) throw new Error('no result');
      const before = await allIncidents(store(), {}, 'saved');
      const map = { ...result.map, incidents: result.map.incidents.slice(1) };
      await store().saveResult(id, { ...result, engine: '2', map }, null, 0);
      expect(await store().result(id)).toEqual({ ...result, engine: '2', map });
      const gone = `${id}/${result.map.incidents[0]?.id}`;
      expect(await allIncidents(store(), {}, 'saved')).toEqual(before.filter((incident) => incident.id !== gone));
      await expect(store().saveResult(id, result, null, 3)).rejects.toMatchObject({ code: 'conflict' });
      await expect(store().saveResult('none', result, null, 0)).rejects.toMatchObject({ code: 'missing' });
    });
  });
});
