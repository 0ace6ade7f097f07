import { columnText } from '../pack';
import type { Delivery, Webhook } from '../records';
import { placeholders, type Session } from './session';

export async function listWebhooks(session: Session): Promise<Webhook[]> {
  const rows = await session.all<{ webhook: string }>('SELECT webhook FROM webhooks ORDER BY added_at, id');
  return rows.map(({ webhook }) => JSON.parse(webhook) as Webhook);
}

export async function addWebhook(session: Session, webhook: Webhook): Promise<void> {
  const row = [columnText(webhook.id), webhook.addedAt, JSON.stringify(webhook)];
  await session.insert('webhooks', ['id', 'added_at', 'webhook'], [row]);
}

export async function changeWebhook(session: Session, webhook: Webhook): Promise<boolean> {
  const sql = 'UPDATE webhooks SET webhook = ? WHERE id = ? RETURNING id';
  return (await session.all(sql, [JSON.stringify(webhook), columnText(webhook.id)])).length > 0;
}

export async function removeWebhook(session: Session, id: string): Promise<boolean> {
  return (await session.all('DELETE FROM webhooks WHERE id = ? RETURNING id', [columnText(id)])).length > 0;
}

/** Lets every webhook be told of these articles. In the transaction that saves them: none is lost, whoever falls over when. */
export async function queueDeliveries(session: Session, articles: readonly number[], now: string): Promise<void> {
  if (articles.length === 0) return;
  const webhooks = await session.all<{ id: string }>('SELECT id FROM webhooks ORDER BY id');
  const rows = articles.flatMap((article) => webhooks.map(({ id }) => [id, article, 0, now]));
  await session.insert('deliveries', ['webhook', 'article', 'attempts', 'due_at'], rows, 'ON CONFLICT DO NOTHING');
}

interface DeliveryRow {
  readonly webhook: string;
  readonly article: number;
  readonly attempts: number;
}

/** Deliveries whose time has come, at most `limit`, with their next time put off to `until`. */
export async function takeDeliveries(session: Session, now: string, until: string, limit: number): Promise<Delivery[]> {
  const due = await session.all<DeliveryRow>(
    'SELECT webhook, article, attempts FROM deliveries WHERE due_at <= ? ORDER BY due_at, article LIMIT ?',
    [now, limit],
  );
  const taken: (DeliveryRow & { id: string })[] = [];
  for (const { webhook, article } of due) {
    // Asked again, since somebody else may have taken it meanwhile.
    const [row] = await session.all<DeliveryRow>(
      `UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE webhook = ? AND article = ? AND due_at <= ?
       RETURNING webhook, article, attempts`,
      [until, webhook, article, now],
    );
    const [known] = row ? await session.all<{ id: string }>('SELECT id FROM articles WHERE seq = ?', [article]) : [];
    if (row && known) taken.push({ ...row, id: known.id });
  }
  const ids = [...new Set(taken.map(({ webhook }) => webhook))];
  const webhooks = new Map<string, Webhook>();
  if (ids.length > 0) {
    const rows = await session.all<{ webhook: string }>(`SELECT webhook FROM webhooks WHERE id IN ${placeholders(ids.length)}`, ids);
    for (const row of rows) {
      const webhook = JSON.parse(row.webhook) as Webhook;
      webhooks.set(webhook.id, webhook);
    }
  }
  return taken.flatMap(({ webhook, id, attempts }): Delivery[] => {
    const to = webhooks.get(webhook);
    return to ? [{ webhook: to, articleId: id, attempts }] : [];
  });
}

/** Says when a delivery is tried again; null: never. */
export async function putOffDelivery(session: Session, webhook: string, articleId: string, dueAt: string | null): Promise<void> {
  const which = 'webhook = ? AND article = (SELECT seq FROM articles WHERE id = ?)';
  const params = [columnText(webhook), articleId];
  if (dueAt === null) await session.all(`DELETE FROM deliveries WHERE ${which}`, params);
  else await session.all(`UPDATE deliveries SET due_at = ? WHERE ${which}`, [dueAt, ...params]);
}
