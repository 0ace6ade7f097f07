import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { detectLanguage } from '../../text/language';
import { oneLine, tidy, toDocument, type ReadDocument } from '../document';
import { IngestError } from '../ingest-error';
import { decode } from './decode';
import { pageFacts } from './page-facts';
import { pageText, type TextNode } from './page-text';

/** Elements past which a page is no article; readability's work grows with them. */
const MAX_ELEMENTS = 60_000;
/** Itself and the text behind it. */
const NODES_OF_ELEMENT = 2;
/** Browsers keep so much of a page's nesting. */
const MAX_DEPTH = 512;
/** Characters below which what is found on a page is a caption or a notice about cookies. */
const MIN_ARTICLE = 200;

/**
 * The article on a page, without what stands around it. Scripts do not run, nothing that the page refers to is fetched.
 * @param at where the page was fetched; null for a file, whose whole text is taken where no article stands out
 * @throws IngestError `no-text`
 */
export function readHtml(bytes: Uint8Array, at: string | null = null, charset: string | null = null): ReadDocument {
  return readHtmlText(decode(bytes, charset, true), at);
}

export function readHtmlText(html: string, at: string | null = null): ReadDocument {
  const { document: page } = parseHTML(html);
  checkSize(page);
  const facts = pageFacts(page);
  const document = page.querySelector('body') ? page : parseHTML(withBody(html)).document;
  const whole = at === null ? tidy(pageText(document.body)) : '';
  const heading = document.querySelector('h1')?.textContent ?? null;
  const found = new Readability(document, { maxElemsToParse: MAX_ELEMENTS, serializer: (node) => pageText(node as never) }).parse();
  const article = tidy(found?.content ?? '');
  const text = article.length >= MIN_ARTICLE || (at === null && article !== '' && article.length > whole.length / 2) ? article : whole;
  if (text === '')
    throw new IngestError('no-text', at === null ? 'the page has no text' : `there is no article on the page ${at.slice(0, 200)}`);
  return toDocument(text, {
    title: [facts.title, found?.title, heading].map(oneLine).find((title) => title !== null) ?? null,
    byline: facts.byline ?? found?.byline ?? null,
    publishedAt: facts.publishedAt,
    language: trusted(facts.language ?? found?.lang ?? null, text),
    source: facts.source ?? found?.siteName ?? (at === null ? null : new URL(at).hostname.replace(/^www\./, '')),
    url: at === null ? null : canonical(facts.canonical, at),
  });
}

/** Before anything goes through the page by recursion. */
function checkSize(page: TextNode): void {
  let depth = 0;
  let nodes = 0;
  for (let node: TextNode | null = page; node;) {
    if (++nodes > MAX_ELEMENTS * NODES_OF_ELEMENT)
      throw new IngestError('unreadable', `wanted a page of at most ${MAX_ELEMENTS} elements, got more`);
    if (node.firstChild) {
      if (++depth > MAX_DEPTH) throw new IngestError('unreadable', `wanted a page nested at most ${MAX_DEPTH} deep, got more`);
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
}

/** The parser, unlike a browser, makes no body where a page opens none. */
function withBody(html: string): string {
  const bare = html.replace(/<!doctype[^>]*>|<\/?(?:html|head)(?:\s[^>]*)?>/gi, '');
  return `<!DOCTYPE html><html><head></head><body>${bare}</body></html>`;
}

/** A page says of what language its frame is; the text itself knows better. */
function trusted(tag: string | null, text: string): string | null {
  const read = detectLanguage(text, null);
  return tag !== null && tag.toLowerCase().split(/[-_]/)[0] === read ? tag : null;
}

/** The page's own address, where it names one on its own host: another's would be a lie that is easily told. */
function canonical(said: string | null, at: string): string {
  if (said === null || !URL.canParse(said, at)) return at;
  const [url, own] = [new URL(said, at), new URL(at)];
  const bare = (host: string) => host.replace(/^(www|m|amp)\./, '');
  return /^https?:$/.test(url.protocol) && bare(url.host) === bare(own.host) && (url.pathname !== '/' || own.pathname === '/')
    ? url.href
    : at;
}
