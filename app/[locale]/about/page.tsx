import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { formatUrlState, parseUrlState } from '@/components/desk/urlState';
import { Swatch } from '@/components/map/Swatch';
import { isLocale, otherLocale, type Locale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import arAbout from '@/data/messages/ar/about.json';
import enAbout from '@/data/messages/en/about.json';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

interface Section {
  readonly heading: string;
  /** `swatch` names the mark that is shown beside a term: `type:`, `status:` or `key:` and which. */
  readonly terms?: readonly { readonly term: string; readonly text: string; readonly swatch?: string }[];
  readonly paragraphs?: readonly string[];
}

type About = Omit<typeof enAbout, 'sections'> & { readonly sections: readonly Section[] };

const ABOUT: Readonly<Record<Locale, About>> = { ar: arAbout, en: enAbout };

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
          {paragraphs?.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {terms !== undefined && (
            <dl className="page-terms">
              {terms.map(({ term, text, swatch }) => (
                <div key={term}>
                  <dt>
                    {swatch !== undefined && <Swatch of={swatch} />} {term}
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          )}
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
