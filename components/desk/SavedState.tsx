import { libraryMessages } from '@/components/library/words';
import { ProblemError } from '@/components/article/requestMap';
import { MapState } from '@/components/article/MapState';
import type { Locale } from '@/components/ui/locale';

/** In place of an article of the library: that it is fetched, or is not there, or why it could not be fetched. */
export function SavedState({ locale, error, onRetry }: { readonly locale: Locale; readonly error: unknown; readonly onRetry: () => void }) {
  const { desk } = libraryMessages[locale];
  const isMissing = error instanceof ProblemError && error.problem.status === 404;
  return (
    <div className="scroller" tabIndex={-1}>
      {error === undefined && <p className="state state-reading">{desk.loading}</p>}
      {isMissing && (
        <div className="reader">
          <h2>{desk.missing}</h2>
          <p className="state">{desk.missingHelp}</p>
          <a className="link" href={`/${locale}/library`}>
            {desk.toLibrary}
          </a>
        </div>
      )}
      {error !== undefined && !isMissing && <MapState map={null} error={error} onRetry={onRetry} locale={locale} />}
    </div>
  );
}
