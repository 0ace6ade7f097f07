import { failureOf } from './failure';
import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import type { ArticleMap } from '@/lib/types';

export interface MapStateProps {
  readonly map: ArticleMap | null;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly locale: Locale;
}

/** Where the article's map stands, in words, as long as that is worth a word: being worked out, empty, or failed and why. */
export function MapState({ map, error, onRetry, locale }: MapStateProps) {
  const { desk } = messages[locale];
  if (map !== null) {
    if (map.features.length > 0) return null;
    return (
      <p className="state">
        <strong>{desk.found.none}.</strong> {desk.found.noneHelp}
      </p>
    );
  }
  if (error === undefined) return <p className="state state-reading">{desk.reader.reading}</p>;
  const { message, detail } = failureOf(error, navigator.onLine);
  return (
    <div className="state state-failed">
      <p>
        {desk.errors[message]}
        {detail !== null && (
          <>
            {' '}
            {desk.errors.detail}{' '}
            <span lang="en" dir="ltr">
              {detail}
            </span>
          </>
        )}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        {desk.errors.retry}
      </button>
    </div>
  );
}
