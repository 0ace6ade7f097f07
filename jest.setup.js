import { TextDecoder, TextEncoder } from 'node:util';

// jsdom leaves them out; maplibre-gl and the engine use them.
Object.assign(globalThis, { TextDecoder: globalThis.TextDecoder ?? TextDecoder, TextEncoder: globalThis.TextEncoder ?? TextEncoder });
