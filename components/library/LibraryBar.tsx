import type { ReactNode } from 'react';
import { AccountLink } from '@/components/access/AccountLink';
import { otherLocale, type Locale } from '@/components/ui/locale';
import { libraryMessages } from './words';

export interface LibraryBarProps {
  readonly locale: Locale;
  readonly title: ReactNode;
  /** The page's own address without its language. */
  readonly path: string;
  readonly children?: ReactNode;
}

/** The bar of the library's pages: where one is, and the ways to the desk and to the other language. */
export function LibraryBar({ locale, title, path, children }: LibraryBarProps) {
  const { bar } = libraryMessages[locale];
  const other = otherLocale(locale);
  return (
    <header className="bar library-bar">
      <h1 className="bar-name">{title}</h1>
      {children}
      <span className="bar-gap" />
      <a className="bar-link bar-desk" href={`/${locale}`}>
        {bar.desk}
      </a>
      <AccountLink locale={locale} />
      <a className="bar-link bar-language" href={`/${other}${path}`} lang={other} hrefLang={other}>
        {bar.language}
      </a>
    </header>
  );
}
