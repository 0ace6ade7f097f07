import type { Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import type { View } from './urlState';

/** The first stops of the Tab key: over the bar, and over a text with many marks. */
export function SkipLinks({ locale, onPanel }: { locale: Locale; onPanel: (view: View) => void }) {
  const { skip } = messages[locale].desk;
  return (
    <nav className="skip" aria-label={skip.label}>
      <button type="button" onClick={() => onPanel('article')}>
        {skip.article}
      </button>
      <button type="button" onClick={() => onPanel('places')}>
        {skip.places}
      </button>
      <button type="button" onClick={() => document.getElementById('map')?.focus()}>
        {skip.map}
      </button>
      <button type="button" onClick={() => onPanel('incidents')}>
        {skip.incidents}
      </button>
    </nav>
  );
}
