import type { ReactNode } from 'react';
import type { Sheet } from '@/components/desk/useSheet';
import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import type { Links } from './useLinks';
import { libraryMessages } from './words';

export interface ColumnFrameProps {
  readonly locale: Locale;
  readonly sheet: Sheet;
  /** Whether an event is to be linked to another one, which is about to be chosen. */
  readonly isLinking: boolean;
  readonly onUnlink: () => void;
  readonly said: Links['said'];
  readonly children: ReactNode;
}

/** The column beside a collection's map, on a phone the sheet over it, with what became of links at its head. */
export function ColumnFrame({ locale, sheet: { ref, handle }, isLinking, onUnlink, said, children }: ColumnFrameProps) {
  const { collection, event } = libraryMessages[locale];
  return (
    <section className="column" ref={ref} aria-label={collection.events}>
      <button type="button" className="sheet-handle" aria-label={messages[locale].desk.sheet.raise} {...handle} />
      <div className="scroller" tabIndex={-1}>
        {isLinking && (
          <p className="linking" role="status">
            {event.linking}{' '}
            <button type="button" className="button" onClick={onUnlink}>
              {event.cancel}
            </button>
          </p>
        )}
        <p role="status" className={said.failed ? 'selection-failed' : 'collection-said'}>
          {said.words}
        </p>
        {children}
      </div>
    </section>
  );
}
