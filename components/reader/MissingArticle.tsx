import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';

/** In place of an own article that this tab does not hold: a link to it was opened elsewhere, or the tab was closed. */
export function MissingArticle({ locale, onPaste }: { locale: Locale; onPaste: () => void }) {
  const { reader } = messages[locale].desk;
  return (
    <div className="scroller" tabIndex={-1}>
      <div className="reader">
        <h2>{reader.noText}</h2>
        <p className="state">{reader.noTextHelp}</p>
        <button type="button" className="button button-main" onClick={onPaste}>
          {reader.pasteAgain}
        </button>
      </div>
    </div>
  );
}
