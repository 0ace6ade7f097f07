import { CardClose } from '@/components/map/CardParts';
import { PlaceIncidents } from '@/components/map/PlaceIncidents';
import { incidentMessages } from '@/components/incidents/words';
import { placeName, precisionWords } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { messages, plural } from '@/components/ui/messages';
import type { StoredIncident } from '@/lib/store/records';
import { commonPlace, incidentOf } from './crowd';
import { libraryMessages } from './words';

export interface SquareCardProps {
  /** As far as they are fetched. */
  readonly items: readonly StoredIncident[];
  readonly total: number;
  readonly locale: Locale;
  readonly onMore: () => void;
  readonly onIncident: (id: string) => void;
  readonly onCloser: () => void;
  readonly onClose: () => void;
}

/** What a mark stands for that counts several incidents: those of one place, or of several that lie close together. */
export function SquareCard({ items, total, locale, onMore, onIncident, onCloser, onClose }: SquareCardProps) {
  const { closer, around } = libraryMessages[locale].collection;
  const place = commonPlace(items);
  const count = plural(locale, messages[locale].desk.found.incidents, total);
  const title = place ? placeName(locale, place.properties) : around;
  const names = new Map(
    items.flatMap((item) => (item.place ? [[item.id, placeName(locale, { ...item.place.properties, mentions: [] })]] : [])),
  );
  return (
    <article className="map-card" tabIndex={-1} aria-label={`${title}: ${count}`}>
      <CardClose words={incidentMessages[locale].card} onClose={onClose} />
      <p className="map-card-kicker">{place ? `${count} · ${precisionWords(locale, place.properties)}` : count}</p>
      <h2 className="map-card-name">
        <bdi>{title}</bdi>
      </h2>
      <PlaceIncidents
        incidents={items.map(incidentOf)}
        {...{ total, locale, onMore, onIncident }}
        {...(place ? {} : { placeOf: ({ id }) => names.get(id) ?? '' })}
      />
      {!place && (
        <button type="button" className="map-card-link" onClick={onCloser}>
          {closer}
        </button>
      )}
    </article>
  );
}
