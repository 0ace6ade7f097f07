import type { ArticleMap } from '../types';

/** What no file system, or no header, may be given in a name: control and format signs (such as those that turn the direction), and these. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** Characters of a title that a file's name takes: with its date and extension, it stays below the 255 bytes of most file systems. */
const MAX_TITLE = 80;

/** `incidentmap_<title>_<yyyymmdd>.<extension>`, of what is known: a name that every file system takes. */
export function fileNameOf({ title, publishedAt }: Pick<ArticleMap['article'], 'title' | 'publishedAt'>, extension: string): string {
  const words = (title ?? '').normalize('NFC').replace(UNSAFE, ' ').trim().replace(/\s+/g, '-');
  const short = [...words]
    .slice(0, MAX_TITLE)
    .join('')
    .replace(/[.-]+$/, '');
  const day = publishedAt?.slice(0, 10).replaceAll('-', '') ?? '';
  return `${['incidentmap', short, day].filter((part) => part !== '').join('_')}.${extension}`;
}

/** `Content-Disposition` of a file to be saved under a name that `fileNameOf` gave (RFC 6266), and in ASCII for those who know no other. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/["\\]/g, '')
    .replace(/([_-])[_-]+/g, '$1');
  // RFC 5987: these four are left by encodeURIComponent and are no attr-char.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
