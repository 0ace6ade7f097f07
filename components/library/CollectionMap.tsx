'use client';
import type { Locale } from '@/components/ui/locale';
import type { BasemapConfig } from '@/lib/api/config';
import { CrowdCollection } from './CrowdCollection';
import { EventsCollection } from './EventsCollection';
import { useEvents } from './useEvents';

export interface CollectionMapProps {
  readonly locale: Locale;
  readonly id: string;
  readonly name: string;
  readonly basemap: BasemapConfig | null;
}

/** A collection's map: every event that its articles tell of; of more than a browser should hold, counted by the server. */
export function CollectionMap(props: CollectionMapProps) {
  const collection = useEvents(props.id, props.locale);
  return collection.isCrowd ? <CrowdCollection {...props} /> : <EventsCollection {...props} collection={collection} />;
}
