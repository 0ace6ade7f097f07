import { isoDate, oneLine } from '../document';

/** What a page's metadata say of the article on it. */
export interface PageFacts {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly source: string | null;
  /** As it stands; not yet looked at. */
  readonly canonical: string | null;
}

/** As much of a document as is asked for. */
interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }>;
}

/** schema.org's kinds of article. */
const ARTICLE_TYPE = /(Article|Posting|Reportage|NewsItem)$/;
const MAX_JSON = 500_000;
/** Things that are looked at in one page's JSON-LD. */
const MAX_THINGS = 2_000;

/** Reads JSON-LD (schema.org), Open Graph, Dublin Core and plain metadata; the first that says something is believed. */
export function pageFacts(page: Page): PageFacts {
  const article = linkedArticle(page);
  const meta = (...names: string[]) =>
    firstOf(names.map((name) => attribute(page, `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`, 'content')));
  const dates = [
    textOf(article?.datePublished),
    meta('article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date', 'sailthru.date', 'pubdate'),
    meta('DC.date.issued', 'dc.date.issued', 'dcterms.issued', 'DC.date', 'dc.date', 'date'),
    attribute(page, '[itemprop="datePublished"]', 'datetime'),
    attribute(page, 'article time[datetime][pubdate], time.published[datetime], header time[datetime]', 'datetime'),
  ];
  return {
    title: firstOf([textOf(article?.headline), meta('og:title', 'twitter:title', 'dc.title', 'DC.title')]),
    byline: firstOf([
      namesOf(article?.author),
      meta('author', 'article:author', 'parsely-author', 'dc.creator', 'DC.creator')?.replace(/^https?:.*/, ''),
    ]),
    publishedAt: dates.map(isoDate).find((date) => date !== null) ?? null,
    language: firstOf([textOf(article?.inLanguage), attribute(page, 'html', 'lang'), meta('og:locale', 'content-language', 'dc.language')]),
    source: firstOf([namesOf(article?.publisher), meta('og:site_name', 'application-name', 'dc.publisher')]),
    canonical: firstOf([attribute(page, 'link[rel~="canonical"]', 'href'), meta('og:url')]),
  };
}

type Thing = Readonly<Record<string, unknown>>;

/** The article that the page's JSON-LD describes. Broken JSON is passed over: half of the web's is. */
function linkedArticle(page: Page): Thing | null {
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (!textContent || textContent.length > MAX_JSON) continue;
    try {
      const found = articleIn(JSON.parse(textContent.replace(/^\s*(<!--|\/\*.*?\*\/)|(-->)\s*$/g, '')));
      if (found) return found;
    } catch {
      continue;
    }
  }
  return null;
}

/** Breadth first, and not without end. */
function articleIn(value: unknown): Thing | null {
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && i < MAX_THINGS; i++) {
    const thing = queue[i];
    if (Array.isArray(thing)) queue.push(...(thing as unknown[]).slice(0, MAX_THINGS));
    else if (isThing(thing)) {
      const types = [thing['@type']].flat();
      if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return thing;
      queue.push(thing['@graph'], thing.mainEntity);
    }
  }
  return null;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function namesOf(value: unknown): string | null {
  const names = [value].flat().map((one) => oneLine(textOf(isThing(one) ? one.name : one)));
  return oneLine([...new Set(names.filter((name) => name !== null && !/^https?:/.test(name)))].slice(0, 10).join(', '));
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textOf(value[0]);
  return isThing(value)
    ? typeof value['@value'] === 'string'
      ? value['@value']
      : typeof value.name === 'string'
        ? value.name
        : null
    : null;
}

function attribute(page: Page, selector: string, name: string): string | null {
  return page.querySelector(selector)?.getAttribute(name) ?? null;
}

function firstOf(values: readonly (string | null | undefined)[]): string | null {
  return values.map(oneLine).find((value) => value !== null) ?? null;
}
