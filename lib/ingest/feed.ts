import { createHash } from 'node:crypto';
import { parseFeed as parse } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { isoDate, oneLine, tidy } from './document';
import { IngestError } from './ingest-error';
import { decode } from './read/decode';
import { pageText } from './read/page-text';

/** One entry of a feed. */
export interface FeedEntry {
  /** The same for the same entry, however often the feed is read. */
  readonly key: string;
  /** Where the article is; null where the entry names no page. */
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  /** What the feed itself gives of the article, often only its beginning. */
  readonly text: string;
}

export interface FeedContent {
  readonly title: string | null;
  readonly language: string | null;
  /** Newest first, as feeds are. */
  readonly entries: readonly FeedEntry[];
}

/** Entries of one feed that are looked at. */
const MAX_ENTRIES = 500;

/**
 * Reads RSS, Atom, RDF and JSON feeds. Entities that a document defines are not expanded; one that defines any is refused.
 * @param at where the feed lies: entries may name their pages from there
 * @throws IngestError
 */
export function parseFeed(bytes: Uint8Array, at: string, charset: string | null): FeedContent {
  const text = decode(bytes, charset, true);
  if (/<!ENTITY/i.test(text)) throw new IngestError('unreadable', 'wanted a feed without entities of its own');
  const { title, language, entries } = contentOf(text);
  return {
    title: plain(title),
    language: language ?? null,
    entries: entries.slice(0, MAX_ENTRIES).map(({ id, link, html, title: name, byline, date }): FeedEntry => {
      const url = addressOf(link, at) ?? addressOf(id, 'urn:none');
      const body = tidy(pageText(parseHTML(`<!DOCTYPE html><html><body>${html ?? ''}</body></html>`).document.body));
      const key = createHash('sha256')
        .update(JSON.stringify([id ?? url ?? name, id || url ? '' : body]))
        .digest('hex')
        .slice(0, 20);
      return { key, url, title: plain(name), byline: oneLine(byline), publishedAt: isoDate(date), text: body };
    }),
  };
}

interface RawEntry {
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly date?: string | undefined;
  readonly html?: string | undefined;
}

interface RawFeed {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly entries: readonly RawEntry[];
}

function contentOf(text: string): RawFeed {
  let parsed: ReturnType<typeof parse<string>>;
  try {
    parsed = parse<string>(text);
  } catch (error) {
    throw new IngestError('unreadable', 'wanted an RSS, Atom or JSON feed, got something else', { cause: error });
  }
  const { format, feed } = parsed;
  switch (format) {
    case 'rss':
      return {
        title: feed.title,
        language: feed.language,
        entries: (feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          byline: item.dc?.creators?.join(', ') ?? item.authors?.map(nameOf).join(', '),
          date: item.pubDate ?? item.dc?.dates?.[0],
          html: item.content?.encoded ?? item.description,
        })),
      };
    case 'atom':
      return {
        title: nameOf(feed.title),
        entries: (feed.entries ?? []).map((entry) => ({
          id: entry.id,
          link: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
          title: nameOf(entry.title),
          byline: entry.authors?.map(nameOf).join(', '),
          date: entry.published ?? entry.updated,
          html: nameOf(entry.content) ?? nameOf(entry.summary),
        })),
      };
    case 'rdf':
      return {
        title: feed.title,
        entries: (feed.items ?? []).map((item) => ({
          link: item.link,
          title: item.title,
          byline: item.dc?.creators?.join(', '),
          date: item.dc?.dates?.[0],
          html: item.content?.encoded ?? item.description,
        })),
      };
    case 'json':
      return {
        title: feed.title,
        language: feed.language,
        entries: (feed.items ?? []).map((item) => ({
          id: item.id,
          link: item.url,
          title: item.title,
          byline: item.authors?.map(nameOf).join(', '),
          date: item.date_published,
          html: item.content_html ?? item.content_text ?? item.summary,
        })),
      };
  }
}

/** The words of what is a text in one format and a thing with one in another. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of ['value', 'name', 'email'] as const) {
    const found = key in value ? (value as Record<string, unknown>)[key] : undefined;
    if (typeof found === 'string') return found;
  }
  return undefined;
}

function plain(html: string | undefined): string | null {
  return html === undefined ? null : oneLine(pageText(parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`).document.body));
}

function addressOf(link: string | undefined, at: string): string | null {
  if (!link || !URL.canParse(link.trim(), at)) return null;
  const url = new URL(link.trim(), at);
  return /^https?:$/.test(url.protocol) ? url.href.slice(0, 2_000) : null;
}
