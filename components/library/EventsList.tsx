'use client';
import { IncidentEntry } from '@/components/incidents/IncidentEntry';
import { LongList } from '@/components/incidents/LongList';
import { selectedIncident, type Selection } from '@/components/map/selection';
import { moveByKey } from '@/components/ui/moveByKey';
import type { Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import type { EventsAnswer } from '@/lib/api/events-request';
import type { ArticleMap, PlaceFeature } from '@/lib/types';
import { articleOf, type LibraryEvent } from './events';
import { libraryMessages } from './words';

export interface EventsListProps {
  readonly answer: EventsAnswer;
  readonly map: ArticleMap;
  readonly events: readonly LibraryEvent[];
  readonly locale: Locale;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
}

/** The events of the map and of the timeline in words, latest first. */
export function EventsList({ answer, map, events, locale, ...list }: EventsListProps) {
  const { event: words } = libraryMessages[locale];
  const places = new Map<string | null, PlaceFeature>(map.features.map((feature) => [feature.id, feature]));
  return (
    <div className="incidents events" onKeyDown={(event) => moveByKey(event, 'button.incident')}>
      <LongList
        items={events}
        chosen={selectedIncident(list.selection)}
        entrySelector="button.incident"
        onLeave={() => list.onHighlight(null)}
        entry={({ incident, reports }) => {
          const own = reports.find(({ id }) => id === incident.id);
          const article = articleOf(answer.articles[own?.articleId ?? ''] ?? null, own?.articleId ?? '');
          return (
            <IncidentEntry
              {...list}
              locale={locale}
              map={{ ...map, article }}
              incident={incident}
              feature={places.get(incident.placeId) ?? null}
              note={reports.length > 1 ? plural(locale, words.reports, reports.length) : null}
            />
          );
        }}
      />
    </div>
  );
}
