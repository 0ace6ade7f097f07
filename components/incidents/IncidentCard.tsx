'use client';
import type { Selection } from '@/components/map/selection';
import { CardClose, CardPager } from '@/components/map/CardParts';
import { byHandWords, isChecked, reviewWords } from '@/components/review/reviewedWords';
import { directionOf, type Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import { ACTOR_ROLES, type ActorRole, type ArticleMap, type MapIncident, type PlaceFeature } from '@/lib/types';
import { IncidentGlyph } from './IncidentGlyph';
import { IncidentQuote } from './IncidentQuote';
import { incidentDate, incidentMessages, incidentPlace, kindOfIncident, tollWords, typeWords, weaponWords } from './words';

export interface IncidentCardProps {
  readonly article: ArticleMap['article'];
  /** The names that the gazetteer does not know. */
  readonly incident: MapIncident;
  /** Where it happened; null where the article gives no place. */
  readonly feature: PlaceFeature | null;
  /** Which of its passages, from 0. */
  readonly passage: number;
  readonly locale: Locale;
  readonly onSelect: (selection: Selection) => void;
  readonly onClose: () => void;
}

/** What an incident's mark says when it is opened: what, how sure, when, where, how many, who, and each passage with its words marked. */
export function IncidentCard({ article, incident, feature, passage, locale, onSelect, onClose }: IncidentCardProps) {
  const { card, status } = incidentMessages[locale];
  const kind = kindOfIncident(locale, incident);
  const date = incidentDate(locale, incident);
  const place = incidentPlace(locale, feature, incident.unlocated);
  const { evidence, weapons } = incident;
  const quote = evidence[passage] ?? evidence[0];
  return (
    <article className="map-card incident-card" tabIndex={-1} aria-label={fill(card.label, { type: kind, date })}>
      <CardClose words={card} onClose={onClose} />
      <p className="map-card-kicker">
        {incident.subType !== null && <>{typeWords(locale, incident.type)} · </>}
        <span className="incident-status">{status[incident.status]}</span>
      </p>
      <h2 className="map-card-name">
        <IncidentGlyph type={incident.type} status={incident.status} /> {kind}
      </h2>
      {isChecked(incident.review) && <p className="map-card-reviewed">{reviewWords(locale, incident.review)}</p>}
      {incident.byHand && <p className="map-card-note">{byHandWords(locale, incident)}</p>}
      <dl>
        <Fact name={card.when}>{date}</Fact>
        <Fact name={card.where}>
          {feature !== null && place.name !== null ? (
            <>
              <button type="button" className="map-card-link" onClick={() => onSelect({ placeId: feature.id, mention: 0 })}>
                <bdi>{place.name}</bdi>
              </button>{' '}
              · {place.precision}
            </>
          ) : (
            place.precision
          )}
        </Fact>
        <Toll incident={incident} language={article.language} locale={locale} />
        {rolesOf(incident).map(({ role, names }) => (
          <Fact key={role} name={card.roles[role]}>
            {names.map((name, i) => (
              <span key={name}>
                {i > 0 && (locale === 'ar' ? '، ' : ', ')}
                <bdi lang={article.language} dir={directionOf(article.language)}>
                  {name}
                </bdi>
              </span>
            ))}
          </Fact>
        ))}
        {weapons.length > 0 && (
          <Fact name={card.with}>{weapons.map((weapon) => weaponWords(locale, weapon)).join(locale === 'ar' ? '، ' : ', ')}</Fact>
        )}
      </dl>
      {quote && <IncidentQuote incident={incident} quote={quote} article={article} locale={locale} />}
      <CardPager
        words={card}
        count={evidence.length}
        at={passage}
        locale={locale}
        onStep={(mention) => onSelect({ incidentId: incident.id, mention })}
      />
    </article>
  );
}

/** Who did what, each name once for what it is. */
function rolesOf({ actors }: MapIncident): { readonly role: ActorRole; readonly names: readonly string[] }[] {
  return ACTOR_ROLES.flatMap((role) => {
    const names = [...new Set(actors.filter((actor) => actor.role === role).map(({ name }) => name))];
    return names.length === 0 ? [] : [{ role, names }];
  });
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One toll, or all of them with their sources where the article states several. */
function Toll({ incident, language, locale }: { readonly incident: MapIncident; readonly language: string; readonly locale: Locale }) {
  const { card } = incidentMessages[locale];
  const { tolls, casualties } = incident;
  if (tolls.length < 2) return <Fact name={card.toll}>{tollWords(locale, tolls[0] ?? casualties) ?? card.noToll}</Fact>;
  return (
    <Fact name={card.toll}>
      <ul>
        {tolls.map((toll, i) => (
          <li key={i}>
            {tollWords(locale, toll) ?? card.noToll}
            {' – '}
            {toll.source === null ? (
              card.tollOfArticle
            ) : (
              <bdi lang={language} dir={directionOf(language)}>
                {toll.source.text}
              </bdi>
            )}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
