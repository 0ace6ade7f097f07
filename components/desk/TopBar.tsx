'use client';
import { useId, useState, type ReactNode } from 'react';
import { AccountLink } from '@/components/access/AccountLink';
import { directionOf, otherLocale, type Locale } from '@/components/ui/locale';
import { EXPORT_PANEL } from '@/components/share/ExportPanel';
import { shareMessages } from '@/components/share/words';
import { libraryMessages } from '@/components/library/words';
import { messages } from '@/components/ui/messages';
import { formatUrlState, OWN_ARTICLE, THEMES, type Theme, type UrlState } from './urlState';

/** A sample as the chooser lists it. */
export interface SampleTitle {
  readonly id: string;
  readonly title: string;
  readonly language: string;
}

/** Stands for the article of the library in the chooser. */
export const SAVED = 'saved';

export interface TopBarProps {
  readonly locale: Locale;
  readonly state: UrlState;
  readonly samples: readonly SampleTitle[];
  /** The sample that is shown, or `own`, or `SAVED`. */
  readonly current: string;
  /** Whether there is an article of the visitor's own to go back to. */
  readonly hasOwn: boolean;
  /** The title of the library's article that is shown; null for another article. */
  readonly savedTitle: string | null;
  /** What puts the article into the library. */
  readonly save: ReactNode;
  readonly onChoose: (article: string) => void;
  readonly onOwn: () => void;
  readonly onTheme: (theme: Theme) => void;
}

/** Name, article, colours, language. On a narrow screen all but the name and the language wait behind a button. */
export function TopBar({ locale, state, samples, current, hasOwn, savedTitle, save, onChoose, onOwn, onTheme }: TopBarProps) {
  const { bar, product } = messages[locale].desk;
  const [open, setOpen] = useState(false);
  const id = useId();
  const other = otherLocale(locale);
  const query = formatUrlState(state);
  return (
    <header
      className="bar"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <h1 className="bar-name">{product}</h1>
      <div id={id} className={`bar-tools${open ? ' bar-tools-open' : ''}`}>
        <label className="bar-article">
          <span>{bar.article}</span>
          <select
            value={current}
            onChange={(event) => {
              setOpen(false);
              onChoose(event.currentTarget.value);
            }}
          >
            {samples.map((sample) => (
              <option key={sample.id} value={sample.id} lang={sample.language} dir={directionOf(sample.language)}>
                {sample.title}
              </option>
            ))}
            {savedTitle !== null && <option value={SAVED}>{savedTitle === '' ? libraryMessages[locale].list.untitled : savedTitle}</option>}
            {(hasOwn || current === OWN_ARTICLE) && <option value={OWN_ARTICLE}>{bar.ownOption}</option>}
          </select>
        </label>
        <button
          type="button"
          className="button bar-own"
          aria-pressed={state.view === 'own'}
          onClick={() => {
            setOpen(false);
            onOwn();
          }}
        >
          {bar.own}
        </button>
        {save}
        <button type="button" className="button bar-export" popoverTarget={EXPORT_PANEL} onClick={() => setOpen(false)}>
          {shareMessages[locale].button}
        </button>
        <span className="bar-gap" />
        <label className="bar-theme">
          <span>{bar.theme}</span>
          <select
            value={state.theme}
            onChange={(event) => {
              const theme = THEMES.find((name) => name === event.currentTarget.value);
              if (theme !== undefined) onTheme(theme);
            }}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {bar.themes[theme]}
              </option>
            ))}
          </select>
        </label>
        <a className="bar-link" href={`/${locale}/library`}>
          {libraryMessages[locale].title}
        </a>
        <a className="bar-link" href={`/${locale}/figure/compose${query}`}>
          {bar.figure}
        </a>
        <a className="bar-link" href={`/${locale}/about${query}`}>
          {bar.about}
        </a>
        <AccountLink locale={locale} />
      </div>
      <a className="bar-link bar-language" href={`/${other}${query}`} lang={other} hrefLang={other}>
        {bar.language}
      </a>
      <button type="button" className="bar-menu" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className="visually-hidden">{bar.menu}</span>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d={open ? 'M4 4l12 12M16 4L4 16' : 'M3 5h14M3 10h14M3 15h14'} stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </button>
    </header>
  );
}
