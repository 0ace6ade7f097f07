import { IngestError } from './ingest-error';

export const FILE_KINDS = ['txt', 'md', 'html', 'pdf', 'docx', 'eml'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  eml: 'eml',
};

const BY_MEDIA_TYPE: Readonly<Record<string, FileKind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'message/rfc822': 'eml',
};

/** Whether a file of this name is read. */
export function isReadable(name: string): boolean {
  return extensionOf(name) in BY_EXTENSION;
}

/** What kind of file it is, by its first bytes and its name. @throws IngestError `unsupported` */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(name);
  const kind = startsWith(bytes, '%PDF-') ? 'pdf' : BY_EXTENSION[extension];
  if (kind === undefined)
    throw new IngestError('unsupported', `wanted a file of ${FILE_KINDS.join(', ')}, got ${extension || 'one without an ending'}`);
  if (kind === 'docx' && !startsWith(bytes, 'PK'))
    throw new IngestError('unreadable', 'wanted a Word document, got another file under its name');
  if (kind === 'pdf' && !startsWith(bytes, '%PDF-')) throw new IngestError('unreadable', 'wanted a PDF, got another file under its name');
  return kind;
}

/** What kind of file an address gave. @throws IngestError `unsupported` */
export function kindOfPage(contentType: string | undefined, bytes: Uint8Array): FileKind {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  const mediaType = (contentType ?? 'text/html').split(';')[0]?.trim().toLowerCase() ?? '';
  const kind = BY_MEDIA_TYPE[mediaType];
  if (kind === undefined)
    throw new IngestError('unsupported', `wanted a page, a text, a PDF or a Word document, got ${mediaType.slice(0, 80)}`);
  return kind;
}

/** The encoding that an HTTP header names; null where it names none. */
export function charsetOf(contentType: string | undefined): string | null {
  return /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(head.length, bytes.byteLength)).toString('latin1') === head;
}
