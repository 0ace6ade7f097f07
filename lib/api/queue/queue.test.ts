import { setTimeout as wait } from 'node:timers/promises';
import { storeKinds, TestStores } from '../../../scripts/jest/test-stores';
import { openPostgisStore } from '../../store/open-store';
import type { JobTask } from './job';
import { JobQueue, type Lane, type TakenJob, type Trials } from './queue';

const stores = new TestStores();
const open: JobQueue[] = [];
jest.setTimeout(60_000);
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.close();
  await stores.clear();
});
afterAll(() => stores.end());

const page = (i: number): JobTask => ({ kind: 'url', url: `https://example.org/${i}`, tags: [] });
const feed = (id: string): JobTask => ({ kind: 'feed', id, url: `https://example.org/${id}` });
const NOTHING = { results: [], problem: null };
const broken = (problem: string) => ({ results: [], problem });

async function queueAt(url: string, trials: Partial<Trials> = {}): Promise<JobQueue> {
  const queue = await JobQueue.open(url, trials);
  open.push(queue);
  return queue;
}

/** A database with an empty library in it. */
async function database(): Promise<string> {
  const url = await stores.database();
  await (await openPostgisStore(url)).close();
  return url;
}

/** The next job, as soon as there is one. */
async function next(queue: JobQueue, lane: Lane = 'articles'): Promise<TakenJob> {
  for (;;) {
    await queue.expire();
    const job = await queue.take(lane);
    if (job) return job;
    await wait(50);
  }
}

// Needs a server, which not everybody has; CI has one, and storeKinds says aloud that these are left out.
(storeKinds().includes('postgis') ? describe : describe.skip)('the queue', () => {
  it('gives each job to one alone and remembers what became of it', async () => {
    const url = await database();
    const [one, two, three] = await Promise.all([queueAt(url), queueAt(url), queueAt(url)]);
    const ids = await one.put(Array.from({ length: 30 }, (_, i) => page(i)));
    expect(await one.counts()).toEqual({ waiting: 30, running: 0, dead: 0 });
    const taken: TakenJob[] = [];
    await Promise.all(
      [one, two, three].map(async (queue) => {
        for (let job = await queue.take('articles'); job; job = await queue.take('articles')) taken.push(job);
      }),
    );
    expect(taken.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(await one.find(ids[0] ?? '')).toMatchObject({ state: 'running', attempts: 1, kind: 'url', name: 'https://example.org/0' });
    const result = { name: 'a', outcome: 'known', id: 'x', title: 'a\0b\ud800', alikeTo: null, isDoubtful: false, problem: null } as const;
    for (const job of taken) await two.done(job, { results: [result], problem: null });
    expect(await three.find(ids[0] ?? '')).toMatchObject({ state: 'done', results: [result], problem: null, nextAt: null });
    expect(await one.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
    expect(await one.find('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('carries texts that PostgreSQL refuses', async () => {
    const queue = await queueAt(await database());
    const article = { text: 'a\0b \ud800 ي', title: '\0', url: null, source: null, publishedAt: null, language: null };
    const task: JobTask = { kind: 'articles', articles: [{ name: 'x\0:1', article }], tags: ['\0'] };
    const [id = ''] = await queue.put([task]);
    expect((await queue.take('articles'))?.task).toEqual(task);
    expect((await queue.find(id))?.name).toBe('x\ufffd:1');
  });

  it('gives the job of a worker that died to another one, and of a slow one to nobody', async () => {
    const queue = await queueAt(await database(), { leaseSeconds: 1, retrySeconds: 0 });
    await queue.put([page(1)]);
    await queue.put([page(2)]);
    const [dies, slow] = [await next(queue), await next(queue)];
    const renewal = setInterval(() => void queue.keep(slow), 200);
    const again = await next(queue);
    expect(again.id).toBe(dies.id);
    expect(await queue.find(again.id)).toMatchObject({ state: 'running', attempts: 2 });
    clearInterval(renewal);
    await queue.done(slow, NOTHING);
    await queue.done(again, NOTHING);
    // The dead one comes to life: what it says counts no more.
    await queue.failed(dies, broken('late'), true);
    expect(await queue.find(again.id)).toMatchObject({ state: 'done', problem: null });
  });

  it('tries again what may help, later each time, and keeps what does not as a dead letter with its error', async () => {
    const queue = await queueAt(await database(), { retries: 2, retrySeconds: 1 });
    const [id = ''] = await queue.put([page(1)]);
    const [hopeless = ''] = await queue.put([page(2)]);
    const [first, other] = [await next(queue), await next(queue)];
    await queue.failed(other, broken('a picture'), false);
    expect(await queue.find(hopeless)).toMatchObject({ state: 'failed', attempts: 1, problem: 'a picture' });
    await queue.failed(first, broken('nobody answers'), true);
    const waiting = await queue.find(id);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, problem: 'nobody answers' });
    expect(Date.parse(waiting?.nextAt ?? '')).toBeGreaterThan(Date.parse(waiting?.createdAt ?? ''));
    expect(await queue.take('articles')).toBeNull();
    await queue.failed(await next(queue), broken('nobody answers'), true);
    await queue.failed(await next(queue), broken('still nobody'), true);
    expect(await queue.find(id)).toMatchObject({ state: 'failed', attempts: 3, problem: 'still nobody' });

    const dead = [];
    for await (const letter of queue.dead()) dead.push(letter);
    expect(dead.map(({ name, problem, task }) => [name, problem, task])).toEqual([
      ['https://example.org/2', 'a picture', page(2)],
      ['https://example.org/1', 'still nobody', page(1)],
    ]);
    await queue.bury(dead[0]?.id ?? '');
    expect(await queue.counts()).toEqual({ waiting: 0, running: 0, dead: 1 });
  });

  it('lets a feed wait once, and not behind articles', async () => {
    const queue = await queueAt(await database());
    await queue.put([page(1), feed('a')]);
    await queue.put([feed('b'), feed('a')]);
    expect([await queue.take('feeds'), await queue.take('feeds'), await queue.take('feeds')].map((job) => job?.task)).toEqual([
      feed('a'),
      feed('b'),
      undefined,
    ]);
    // One that is being read may be put again: what is published meanwhile is not missed.
    await queue.put([feed('a')]);
    expect((await queue.take('feeds'))?.task).toEqual(feed('a'));
  });

  it('says without the password that its database cannot be reached', async () => {
    await expect(JobQueue.open('postgres://someone:secret@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.not.stringContaining('secret') as string,
    });
  });
});
