'use client';
import { IncidentEntry } from '@/components/incidents/IncidentEntry';
import { LongList } from '@/components/incidents/LongList';
import { selectedIncident, type Selection } from '@/components/map/selection';
import { moveByKey } from '@/components/ui/moveByKey';
import type { Locale } from '@/components/ui/locale';
import type { StoredIncident } from '@/lib/store/records';
import type { ArticleMap } from '@/lib/types';
import { incidentOf, placeOf } from './crowd';
import { articleOf } from './events';

export interface CrowdListProps {
  readonly items: readonly StoredIncident[];
  readonly map: ArticleMap;
  readonly locale: Locale;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
  readonly onEnd: () => void;
}

/** Incidents in words as they come from the library, latest first; more are fetched as the end comes into sight. */
export function CrowdList({ items, map, locale, onEnd, ...list }: CrowdListProps) {
  return (
    <div className="incidents events crowd-list" onKeyDown={(event) => moveByKey(event, 'button.incident')}>
      <LongList
        items={items}
        chosen={selectedIncident(list.selection)}
        entrySelector="button.incident"
        onLeave={() => list.onHighlight(null)}
        onEnd={onEnd}
        entry={(item) => (
          <IncidentEntry
            {...list}
            locale={locale}
            map={{ ...map, article: articleOf(item.article, item.articleId) }}
            incident={incidentOf(item)}
            feature={placeOf(item)}
            note={item.article.source}
          />
        )}
      />
    </div>
  );
}
