import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { API_DOCS } from '@/components/docs/apiDocs';
import { Marked, Operation } from '@/components/docs/Operation';
import { isLocale, otherLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import { apiOutline } from '@/lib/api/openapi/outline';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: API_DOCS[locale].title } : {};
}

/** The interface as its OpenAPI document tells it, to be read. */
export default async function ApiDocsPage({ params }: PageProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { title, description, docs } = API_DOCS[locale];
  const groups = apiOutline(locale);
  const other = otherLocale(locale);
  return (
    <main className="page docs">
      <p className="page-links">
        <a href={`/${locale}`}>{docs.back}</a>
        <a href={`/${other}/docs/api`} lang={other} hrefLang={other}>
          {messages[locale].desk.bar.language}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        <Marked text={description} />
      </p>
      <p>
        <Marked text={docs.access} />
      </p>
      <p>{docs.gis}</p>
      <pre className="docs-example" dir="ltr">
        <code>{docs.example}</code>
      </pre>
      <p>
        <a href={`/api/openapi.json?locale=${locale}`}>{docs.definition}</a>
      </p>
      <nav aria-label={docs.contents}>
        <ul className="docs-contents">
          {groups.map(({ name }, i) => (
            <li key={name}>
              <a href={`#group-${i}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ name, operations }, i) => (
        <section key={name} id={`group-${i}`}>
          <h2>{name}</h2>
          {operations.map((operation) => (
            <Operation key={operation.id} operation={operation} words={docs} locale={locale} />
          ))}
        </section>
      ))}
    </main>
  );
}
