import type { ReadAnswer } from '@/lib/api/ingest-request';
import { MAX_LENGTH, type Draft } from './draft';
import { problemOf } from './requestMap';

/** Why nothing could be read from a file or page: a message of `desk.sources`. */
export const SOURCE_PROBLEMS = [
  ...['bad-address', 'address-refused', 'unreachable', 'too-many-redirects', 'too-large', 'too-slow'],
  ...['unsupported', 'unreadable', 'no-text', 'not-an-article', 'server'],
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** Kinds of file that the server reads; `.txt` the browser reads itself. */
export const READ_FILES = '.txt,.md,.markdown,.html,.htm,.pdf,.docx,.eml,text/plain';

/**
 * Has the server read a file, or fetch a page and read it; nothing is kept there. Gives what goes into the form, or why
 * there is nothing.
 * @throws TypeError where the server cannot be reached (as `fetch` does)
 */
export async function readSource(source: File | string): Promise<{ draft: Draft; isDoubtful: boolean } | { problem: SourceProblem }> {
  if (typeof source !== 'string' && !isRead(source)) return { problem: 'unsupported' };
  const response = await fetch('/api/read', { method: 'POST', ...bodyOf(source) });
  if (!response.ok) {
    const { status, got } = await refusalOf(response);
    if (status === 413) return { problem: 'too-large' };
    const known = SOURCE_PROBLEMS.find((problem) => problem === got);
    return { problem: known ?? (status >= 500 ? 'server' : typeof source === 'string' ? 'bad-address' : 'unreadable') };
  }
  const { article, isDoubtful } = (await response.json()) as ReadAnswer;
  const { text, title, publishedAt, url, source: publisher } = article;
  if (text.length > MAX_LENGTH) return { problem: 'too-large' };
  const from = { ...(url ? { url } : {}), ...(publisher ? { source: publisher } : {}) };
  return { draft: { text, title: title ?? '', date: publishedAt?.slice(0, 10) ?? '', ...from }, isDoubtful };
}

/** Of what is not read nothing is sent. */
function isRead({ name }: File): boolean {
  const ending = /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase();
  return ending !== undefined && READ_FILES.split(',').includes(ending);
}

function bodyOf(source: File | string): RequestInit {
  if (typeof source === 'string') return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ url: source }) };
  const form = new FormData();
  form.append('file', source);
  return { body: form };
}

/** The host that an address would call; null where it is no address. */
export function hostOf(address: string): string | null {
  const text = address.trim();
  if (!/^https?:\/\/./i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).host;
}

async function refusalOf(response: Response): Promise<{ status: number; got: string }> {
  const { problem } = await problemOf(response);
  return { status: problem.status, got: problem.got[0] ?? '' };
}
