import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatUrlState, parseUrlState } from '@/components/desk/urlState';
import { isLocale, otherLocale, type Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import arAbout from '@/data/messages/ar/about.json';
import enAbout from '@/data/messages/en/about.json';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ABOUT = { ar: arAbout, en: enAbout } satisfies Record<Locale, unknown>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: ABOUT[locale].title } : {};
}

export default async function AboutPage({ params, searchParams }: PageProps) {
  const [{ locale }, search] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const about = ABOUT[locale];
  const other = otherLocale(locale);
  // The desk's state is carried through, so that the way back leads to where one came from.
  const state = parseUrlState({
    get: (name) => [search[name]].flat()[0] ?? null,
    getAll: (name) => [search[name] ?? []].flat(),
  });
  const query = formatUrlState(state);
  return (
    <main className="page" data-theme={state.theme === 'system' ? undefined : state.theme}>
      <p className="page-links">
        <a href={`/${locale}${query}`}>{about.back}</a>
        <a href={`/${other}/about${query}`} lang={other} hrefLang={other}>
          {messages[locale].desk.bar.language}
        </a>
      </p>
      <h1>{about.title}</h1>
      <p>{about.intro}</p>
      {about.sections.map(({ heading, paragraphs, terms }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {terms !== undefined && (
            <dl>
              {terms.map(({ term, text }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          )}
          {paragraphs?.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <section>
        <h2>{about.sourcesHeading}</h2>
        <ul>
          {about.sources.map(({ name, terms }) => (
            <li key={name}>
              <span lang="en" dir="ltr">
                {name}
              </span>
              {' – '}
              {terms}
            </li>
          ))}
        </ul>
        <p>{about.own}</p>
      </section>
    </main>
  );
}
