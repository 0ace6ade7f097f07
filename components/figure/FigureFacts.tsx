import type { ReactNode } from 'react';
import type { ShownArticle } from '@/components/article/shownArticle';
import { mapMessages } from '@/components/map/words';
import { directionOf, type Locale } from '@/components/ui/locale';
import { fill, formatDate, formatNumber } from '@/components/ui/messages';
import type { ArticleMap } from '@/lib/types';
import { figureMessages, latitudeWords, madeWords, plain } from './words';

export interface FigureFactsProps {
  readonly locale: Locale;
  readonly article: ShownArticle;
  readonly map: ArticleMap;
  readonly at: Date;
  readonly zone: string;
  readonly version: string;
  readonly permalink: string | null;
  /** Where the scale holds, in degrees; null while the map is not laid out. */
  readonly latitude: number | null;
}

/** Whose words, whose data, made when, how and by what: never left out, at no size. */
export function FigureFacts({ locale, article, map, at, zone, version, permalink, latitude }: FigureFactsProps) {
  const { facts } = figureMessages[locale];
  const { credit } = mapMessages[locale];
  const projection = fill(facts.projectionWords, { latitude: latitude === null ? '…' : latitudeWords(locale, latitude) });
  return (
    <footer className="figure-facts">
      <div>
        <dl>
          <Fact name={facts.article}>
            <Citation locale={locale} article={article} language={map.article.language} />
          </Fact>
          <Fact name={facts.hash}>
            <span className="figure-code">{map.article.sha256}</span>
          </Fact>
        </dl>
        <dl>
          <Fact name={facts.data}>
            {credit.map((source) => (
              <span key={source} className="figure-line">
                <bdi>{plain(source)}</bdi>
              </span>
            ))}
          </Fact>
          <Fact name={facts.projection}>{projection}</Fact>
        </dl>
      </div>
      <div>
        <dl>
          <Fact name={facts.making}>{madeWords(locale, at, zone)}</Fact>
          <Fact name={facts.version}>{fill(facts.versionWords, { version, gazetteer: map.gazetteer.version.replace(/\s.*$/s, '') })}</Fact>
          <Fact name={facts.permalink}>{permalink === null ? facts.noPermalink : <span className="figure-code">{permalink}</span>}</Fact>
        </dl>
        <dl>
          <Fact name={facts.method}>{methodWords(locale, map)}</Fact>
          <div className="figure-disclaimer">{facts.disclaimer}</div>
        </dl>
      </div>
    </footer>
  );
}

/** Whether a person has looked at what the machine read, and at how much of it. */
function methodWords(locale: Locale, { features, incidents }: ArticleMap): string {
  const { machine, reviewed } = figureMessages[locale].facts;
  const all = [...features.map(({ properties }) => properties.review), ...incidents.map(({ review }) => review)];
  const checked = all.filter((review) => review?.by === 'human').length;
  return checked === 0 ? machine : fill(reviewed, { checked: formatNumber(locale, checked), all: formatNumber(locale, all.length) });
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt> <dd>{children}</dd>
    </div>
  );
}

/** Title, publisher, day, address: as a reference is written. */
function Citation({ locale, article, language }: { readonly locale: Locale; readonly article: ShownArticle; readonly language: string }) {
  const { facts } = figureMessages[locale];
  const comma = locale === 'ar' ? '، ' : ', ';
  const { title, source, publishedAt, dateInferred, url } = article;
  const day = publishedAt === null ? null : formatDate(locale, publishedAt) + (dateInferred ? ` (${facts.inferred})` : '');
  const rest = [source, day].filter((part) => part !== null).join(comma);
  return (
    <>
      {title === null ? (
        facts.untitled
      ) : (
        <bdi lang={language} dir={directionOf(language)}>
          {language === 'ar' ? `«${title}»` : `“${title}”`}
        </bdi>
      )}
      {rest !== '' && `${comma}${rest}`}
      {url !== null && (
        <>
          {comma}
          <span className="figure-code">{url}</span>
        </>
      )}
    </>
  );
}
