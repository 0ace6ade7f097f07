import { marked } from 'marked';
import { tidy, toDocument, type ReadDocument } from '../document';
import { decode } from './decode';
import { readHtmlText } from './html';

/** A Markdown file: its front matter gives title, date and author, its first heading a title. */
export function readMarkdown(bytes: Uint8Array, charset: string | null = null): ReadDocument {
  const raw = tidy(decode(bytes, charset));
  const front = /^---\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)(?:\n|$)/.exec(raw);
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(["']?)(.{1,1000}?)\\1[ \\t]*$`, 'im').exec(front?.[1] ?? '')?.[2] ?? null;
  const body = front ? raw.slice(front[0].length) : raw;
  const page = readHtmlText(marked.parse(body, { async: false, gfm: true }));
  return toDocument(page.text, {
    title: field('title') ?? page.title,
    byline: field('author'),
    publishedAt: field('date'),
    language: field('lang') ?? field('language'),
    source: field('source'),
  });
}
