import { bandKeys, NEAR_DUPLICATE, signatureOf, similarity, type Signature } from '../../text/minhash';
import { CHUNK } from './article-rows';
import { placeholders, type Session } from './session';

/**
 * Articles that are nearly one text are one report: `articles.report` is the same for them, the row of whichever came
 * first. Only that one's signature is kept, so that a report in a thousand papers costs no more to be found than in one.
 */

interface Fresh {
  readonly seq: number;
  readonly id: string;
  readonly text: string;
}

interface Signed extends Fresh {
  readonly signature: Signature;
  readonly keys: readonly number[];
}

/** Reports of a band that are looked at. So many share one only where texts follow a form, and are told apart by few words. */
const MAX_PER_CHUNK = 2_000;

/** Puts new articles to the reports that they are nearly the same as. Gives the id of the first article of such a report, by theirs. */
export async function addToReports(session: Session, fresh: readonly Fresh[]): Promise<Map<string, string>> {
  const signed = fresh.flatMap((item): Signed[] => {
    const signature = signatureOf(item.text);
    return signature ? [{ ...item, signature, keys: bandKeys(signature) }] : [];
  });
  const byKey = await reportsOfKeys(session, [...new Set(signed.flatMap(({ keys }) => keys))]);
  const signatures = await loadSignatures(session, [...new Set([...byKey.values()].flat())]);
  const joined = new Map<number, number>();
  const first: Signed[] = [];
  for (const one of signed) {
    const report = nearest(one, byKey, signatures);
    if (report !== null) {
      joined.set(one.seq, report);
      continue;
    }
    // The next of the same batch may be nearly the same as this one.
    first.push(one);
    signatures.set(one.seq, one.signature);
    for (const key of one.keys) byKey.set(key, [...(byKey.get(key) ?? []), one.seq]);
  }
  await session.insert(
    'reports',
    ['seq', 'hashes', 'shingles'],
    first.map(({ seq, signature }) => [seq, bytesOf(signature), signature.shingles]),
  );
  await session.insert(
    'bands',
    ['band', 'report'],
    first.flatMap(({ seq, keys }) => [...new Set(keys)].map((key) => [key, seq])),
  );
  const own = fresh.filter(({ seq }) => !joined.has(seq)).map(({ seq }) => seq);
  for (let i = 0; i < own.length; i += CHUNK) {
    const some = own.slice(i, i + CHUNK);
    await session.all(`UPDATE articles SET report = seq WHERE seq IN ${placeholders(some.length)}`, some);
  }
  for (const [seq, report] of joined) await session.all('UPDATE articles SET report = ? WHERE seq = ?', [report, seq]);
  return firstIds(session, signed, joined);
}

/** An article is about to be removed: the last of its report takes the signature with it. */
export async function leaveReport(session: Session, seq: number): Promise<void> {
  await session.all(
    `DELETE FROM reports WHERE seq = (SELECT report FROM articles WHERE seq = ?)
     AND NOT EXISTS (SELECT 1 FROM articles b WHERE b.report = reports.seq AND b.seq <> ?)`,
    [seq, seq],
  );
}

function nearest(one: Signed, byKey: ReadonlyMap<number, readonly number[]>, signatures: ReadonlyMap<number, Signature>): number | null {
  let [best, most]: [number | null, number] = [null, NEAR_DUPLICATE];
  for (const report of new Set(one.keys.flatMap((key) => byKey.get(key) ?? []))) {
    const signature = signatures.get(report);
    const shared = signature ? similarity(one.signature, signature) : 0;
    if (shared >= most && (best === null || shared > most)) [best, most] = [report, shared];
  }
  return best;
}

async function reportsOfKeys(session: Session, keys: readonly number[]): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>();
  for (let i = 0; i < keys.length; i += CHUNK) {
    const some = keys.slice(i, i + CHUNK);
    const rows = await session.all<{ band: number; report: number }>(
      `SELECT band, report FROM bands WHERE band IN ${placeholders(some.length)} ORDER BY band, report LIMIT ${MAX_PER_CHUNK}`,
      some,
    );
    for (const { band, report } of rows) found.set(band, [...(found.get(band) ?? []), report]);
  }
  return found;
}

async function loadSignatures(session: Session, reports: readonly number[]): Promise<Map<number, Signature>> {
  const found = new Map<number, Signature>();
  for (let i = 0; i < reports.length; i += CHUNK) {
    const some = reports.slice(i, i + CHUNK);
    const rows = await session.all<{ seq: number; hashes: Uint8Array; shingles: number }>(
      `SELECT seq, hashes, shingles FROM reports WHERE seq IN ${placeholders(some.length)}`,
      some,
    );
    for (const { seq, hashes, shingles } of rows) found.set(seq, { hashes: new Uint32Array(Uint8Array.from(hashes).buffer), shingles });
  }
  return found;
}

/** Of the articles that joined a report: the id of its first article. */
async function firstIds(session: Session, signed: readonly Signed[], joined: ReadonlyMap<number, number>): Promise<Map<string, string>> {
  const ids = new Map<number, string>();
  for (const report of new Set(joined.values())) {
    const [row] = await session.all<{ id: string }>('SELECT id FROM articles WHERE report = ? ORDER BY seq LIMIT 1', [report]);
    if (row) ids.set(report, row.id);
  }
  return new Map(
    signed.flatMap(({ seq, id }): [string, string][] => {
      const first = ids.get(joined.get(seq) ?? -1);
      return first === undefined ? [] : [[id, first]];
    }),
  );
}

function bytesOf({ hashes }: Signature): Uint8Array {
  return Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}
