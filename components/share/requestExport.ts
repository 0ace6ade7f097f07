import { problemOf } from '@/components/article/requestMap';
import type { ArticleRequest } from '@/components/article/requestMap';
import type { Locale } from '@/components/ui/locale';
import type { ExportFormat } from '@/lib/api/export-request';
import type { Correction } from '@/lib/review/corrections';

export interface ExportOrder {
  readonly article: ArticleRequest;
  /** The article's log: every file holds the map as corrected. */
  readonly corrections: readonly Correction[];
  /** What a page of its own says before the first line; null for nothing. */
  readonly note: string | null;
  /** Into a bundle, such as the figure: by a plain name, at most 24 MiB in all. */
  readonly attachments?: readonly { readonly name: string; readonly base64: string }[];
}

export interface ExportedFile {
  readonly blob: Blob;
  readonly name: string;
  /** Of a bundle: the SHA-256 of its manifest, to be kept elsewhere; else null. */
  readonly manifest: string | null;
}

/**
 * Asks the API for an article as a file.
 * @throws ProblemError where the server refuses or fails; TypeError where it cannot be reached (as `fetch` does).
 */
export async function requestExport(format: ExportFormat, order: ExportOrder, locale: Locale): Promise<ExportedFile> {
  const response = await fetch(`/api/export?format=${format}&locale=${locale}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!response.ok) throw await problemOf(response);
  return {
    blob: await response.blob(),
    name: nameIn(response.headers.get('content-disposition')) ?? `incidentmap.${format}`,
    manifest: response.headers.get('x-manifest-sha256'),
  };
}

/** The whole name, as RFC 5987 writes it. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
