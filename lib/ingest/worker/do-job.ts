import type { ReadDocument } from '../document';
import { IngestError } from '../ingest-error';
import type { Answer, Job } from './jobs';

/** Reads a file, a page or a feed. Whatever is wrong with it comes back as a problem. */
export async function doJob(job: Job): Promise<Answer> {
  try {
    if (job.kind === 'feed') return { feed: (await import('../feed')).parseFeed(job.bytes, job.at, job.charset) };
    const document = await read(job);
    if (document.text === '') throw new IngestError('no-text', 'there is no text in it');
    return { document };
  } catch (error) {
    if (error instanceof IngestError) return { problem: { code: error.code, message: error.message } };
    // Readers throw what they like at a broken file.
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'broken';
    return { problem: { code: 'unreadable', message: `it cannot be read: ${reason}` } };
  }
}

/** What reads a kind of file is loaded with the first of its kind: most readers never meet a PDF. */
async function read({ kind, bytes, at, charset }: Exclude<Job, { kind: 'feed' }>): Promise<ReadDocument> {
  switch (kind) {
    case 'txt':
      return (await import('../read/plain')).readText(bytes, charset);
    case 'md':
      return (await import('../read/markdown')).readMarkdown(bytes, charset);
    case 'html':
      return (await import('../read/html')).readHtml(bytes, at, charset);
    case 'pdf':
      return (await import('../read/pdf')).readPdf(bytes);
    case 'docx':
      return (await import('../read/docx')).readDocx(bytes);
    case 'eml':
      return (await import('../read/mail')).readMail(bytes);
  }
}
