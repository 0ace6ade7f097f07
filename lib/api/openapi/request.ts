import ar from '../../../data/messages/ar/api.json';
import en from '../../../data/messages/en/api.json';
import { version } from '../../../package.json';
import type { Language } from '../../types';
import { answerJson } from '../answers';
import { originOf } from '../origin';
import { askedLanguage } from '../reader-language';
import { openApiDocument } from './document';
import { OPERATIONS } from './operations/all';

const MESSAGES = { ar, en };

/** Answers `GET /api/openapi.json`: OpenAPI 3.1 of everything, its summaries in the reader's language. */
export function openApiRequest(request: Request): Response {
  return answerJson(request, apiDefinition(askedLanguage(request), originOf(request)));
}

/** The definition of the whole interface. `server`: what stands before every path. */
export function apiDefinition(language: Language, server: string): Record<string, unknown> {
  const { title, description, groups, operations: summaries, security } = MESSAGES[language];
  return openApiDocument('3.1.1', { title, description, version, server, root: '', security, groups, summaries }, OPERATIONS);
}
