import type { ReadDocument } from '../document';
import type { FeedContent } from '../feed';
import type { FileKind } from '../file-kind';
import type { IngestProblem } from '../ingest-error';

/** What is read apart from everything else, since it may be made to do harm. */
export type Job =
  | { readonly kind: FileKind; readonly bytes: Uint8Array; readonly at: string | null; readonly charset: string | null }
  | { readonly kind: 'feed'; readonly bytes: Uint8Array; readonly at: string; readonly charset: string | null };

export type Answer =
  | { readonly document: ReadDocument }
  | { readonly feed: FeedContent }
  | { readonly problem: { readonly code: IngestProblem; readonly message: string } };
