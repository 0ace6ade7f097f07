import { failureOf } from '@/components/article/failure';
import { ProblemError } from '@/components/article/requestMap';
import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { figureMessages } from './words';

/**
 * Why a figure could not be made, in the reader's words where it is one of the usual reasons: no connection, a server that
 * cannot be reached, a browser that draws no maps or too slowly. Anything else says itself, in English.
 * @param online the browser's `navigator.onLine`
 */
export function reasonWords(locale: Locale, error: unknown, online: boolean): string {
  const { reasons } = figureMessages[locale];
  if (error instanceof ProblemError) {
    const { message, detail } = failureOf(error, online);
    return message === 'server' ? reasons.server : (detail ?? messages[locale].desk.errors[message]);
  }
  const said = error instanceof Error ? error.message : String(error);
  if (/webgl/i.test(said)) return reasons.webgl;
  if (/^not drawn after/.test(said)) return reasons.slow;
  // As Chromium, Firefox and Safari say it, of files and of parts of the program, and as the map's own loaders do.
  if (/fetch|networkerror|load failed|loading .*(chunk|module)|could not be had|response code|dynamically imported|\(0\)/i.test(said))
    return online ? reasons.unreachable : reasons.offline;
  return said;
}
