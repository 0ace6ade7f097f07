import { generated, plain } from '../../scripts/jest/contract';
import { describeStores } from '../../scripts/jest/test-stores';
import type { Webhook } from './records';

const webhook = (id: string, changes: Partial<Webhook> = {}): Webhook => ({
  id,
  url: `https://${id}.example/`,
  secret: 's',
  filter: { type: 'Battles' },
  addedAt: '2026-01-01T00:00:00.000Z',
  deliveredAt: null,
  failures: 0,
  problem: null,
  ...changes,
});
const [NOW, UNTIL, LATE] = ['2099-01-01T00:00:00.000Z', '2099-01-01T00:02:00.000Z', '2099-01-02T00:00:00.000Z'];

describeStores((store) => {
  describe('webhooks', () => {
    it('are kept, changed and removed', async () => {
      await store().addWebhook(webhook('b', { addedAt: '2026-01-02T00:00:00.000Z' }));
      await store().addWebhook(webhook('a'));
      const changed = webhook('b', { addedAt: '2026-01-02T00:00:00.000Z', failures: 3, problem: 'أجاب بالرفض' });
      expect([await store().changeWebhook(changed), await store().changeWebhook(webhook('c'))]).toEqual([true, false]);
      expect(await store().webhooks()).toEqual([webhook('a'), changed]);
      expect([await store().removeWebhook('a'), await store().removeWebhook('a')]).toEqual([true, false]);
      expect(await store().webhooks()).toEqual([changed]);
    });

    it('are told of each article that is new and read, once, and of none from before', async () => {
      await store().save([generated.at(0)]);
      await store().addWebhook(webhook('a'));
      await store().addWebhook(webhook('b'));
      const saved = await store().save([generated.at(0), generated.at(1), generated.at(2), plain('Nobody has read this yet')]);
      const ids = [saved[1]?.id, saved[2]?.id];
      const taken = (await Promise.all([1, 2, 3].map(() => store().takeDeliveries(NOW, UNTIL, 100)))).flat();
      const wanted = ids.flatMap((id) => [`a ${id}`, `b ${id}`]);
      expect(taken.map((one) => `${one.webhook.id} ${one.articleId}`).sort()).toEqual(wanted.sort());
      expect(taken.map(({ attempts, webhook: to }) => [attempts, to.filter])).toEqual(taken.map(() => [1, { type: 'Battles' }]));
      await store().save([generated.at(1)]);
      expect(await store().takeDeliveries(NOW, UNTIL, 100)).toEqual([]);
    });

    it('are told of an article that is read later', async () => {
      await store().addWebhook(webhook('a'));
      const { result, article } = generated.at(1);
      const [saved] = await store().save([{ article }]);
      expect(await store().takeDeliveries(NOW, UNTIL, 100)).toEqual([]);
      for (const engine of ['1', '2']) if (saved && result) await store().saveResult(saved.id, { ...result, engine }, null, 0);
      expect((await store().takeDeliveries(NOW, UNTIL, 100)).map(({ articleId }) => articleId)).toEqual([saved?.id]);
    });

    it('are told again when its time has come, until it is done with', async () => {
      await store().addWebhook(webhook('a'));
      const [saved] = await store().save([generated.at(1)]);
      const id = saved?.id ?? '';
      await store().takeDeliveries(NOW, UNTIL, 100);
      await store().putOffDelivery('a', id, LATE);
      expect(await store().takeDeliveries(UNTIL, LATE, 100)).toEqual([]);
      expect((await store().takeDeliveries(LATE, LATE, 100)).map(({ attempts }) => attempts)).toEqual([2]);
      await store().putOffDelivery('a', id, null);
      expect(await store().takeDeliveries(LATE, LATE, 100)).toEqual([]);
    });

    it('and articles that are removed take their deliveries with them', async () => {
      for (const id of ['a', 'b']) await store().addWebhook(webhook(id));
      const [one, two] = await store().save([generated.at(1), generated.at(2)]);
      await store().remove(one?.id ?? '');
      await store().removeWebhook('b');
      const left = await store().takeDeliveries(NOW, UNTIL, 100);
      expect(left.map(({ webhook: to, articleId }) => [to.id, articleId])).toEqual([['a', two?.id]]);
    });
  });
});
