import PostalMime from 'postal-mime';
import { tidy, toDocument, type ReadDocument } from '../document';
import { IngestError } from '../ingest-error';
import { readHtmlText } from './html';

const MAX_NESTING = 20;
const MAX_HEADER_BYTES = 200_000;

/** A mail: its text, else its page; what is attached is left alone. The sender is the source, the subject the title. */
export async function readMail(bytes: Uint8Array): Promise<ReadDocument> {
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADER_BYTES,
    maxRfc822NestingDepth: 2,
  });
  if (mail.headers.length === 0) throw new IngestError('unreadable', 'wanted a mail with its headers, got none');
  const plain = tidy(mail.text ?? '');
  const text = plain === '' && mail.html ? readHtmlText(mail.html).text : plain;
  return toDocument(text, {
    title: mail.subject ?? null,
    byline: mail.from?.name ?? null,
    source: mail.from?.name || mail.from?.address || null,
    publishedAt: mail.date ?? null,
  });
}
