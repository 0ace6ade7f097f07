import { InputError } from './errors';
import { MAX_TEXT_LENGTH } from './schemas';

/** The JSON of a request's body of at most `maxBytes`; `noun`: what it is to be, for the problem. @throws InputError 415 for another media type, 413 past the limit, 400 for what is not JSON. */
export async function readJson(request: Request, maxBytes: number, noun = 'article'): Promise<unknown> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'application/json' && !mediaType.endsWith('+json'))
    throw new InputError(415, `The ${noun} must come as JSON`, [
      { field: 'content-type', got: mediaType || 'nothing', wanted: 'wanted application/json' },
    ]);
  try {
    return JSON.parse(await readText(request, maxBytes, noun)) as unknown;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const wanted = `wanted the ${noun} as JSON in UTF-8`;
    throw new InputError(400, 'This is not JSON', [
      { field: 'body', got: error instanceof Error ? error.message : 'something else', wanted },
    ]);
  }
}

/** Reads the body up to its limit, so that a longer one is refused without being kept. */
async function readText(request: Request, maxBytes: number, noun: string): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      const wanted = noun === 'article' ? `wanted an article of at most ${MAX_TEXT_LENGTH} characters` : `wanted at most ${maxBytes} bytes`;
      throw new InputError(413, `The ${noun} is too long`, [{ field: 'body', got: `more than ${maxBytes} bytes`, wanted }]);
    }
    text += decoder.decode(value, { stream: true });
  }
}
