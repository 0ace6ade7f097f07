import useSWR from 'swr';
import type { Locale } from '@/components/ui/locale';
import type { GazetteerAnswer, ListedPlace, PlaceAnswer } from '@/lib/api/gazetteer-request';
import type { ChosenPlace } from '@/lib/review/corrections';
import type { PlaceFeature } from '@/lib/types';

const NONE: readonly ListedPlace[] = [];

/** Places of a name, from the engine's gazetteer; those of the name before stay until the new ones are there. */
export function useGazetteer(query: string, locale: Locale): { places: readonly ListedPlace[]; loading: boolean; failed: boolean } {
  const asked = query.trim().slice(0, 200);
  const { data, error, isLoading } = useSWR<GazetteerAnswer, unknown>(
    asked === '' ? null : `/api/gazetteer?q=${encodeURIComponent(asked)}&locale=${locale}`,
    (address: string) => ask<GazetteerAnswer>(address),
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return { places: asked === '' ? NONE : (data?.places ?? NONE), loading: isLoading, failed: error !== undefined };
}

/**
 * A place of the gazetteer as a correction keeps it, in the relation to it that the text says ("20 km north of").
 * @throws where the server cannot be reached or does not know the place
 */
export async function askPlace(id: string, relation: PlaceFeature['properties']['relation']): Promise<ChosenPlace> {
  const query = new URLSearchParams({ id });
  // What lies between two places cannot be told of one of them.
  if (relation && relation.other === null && relation.type !== 'between') {
    query.set('relation', relation.type);
    if (relation.direction !== null) query.set('direction', relation.direction);
    if (relation.distanceKm !== null) query.set('distanceKm', String(relation.distanceKm));
  }
  return (await ask<PlaceAnswer>(`/api/gazetteer?${query.toString()}`)).place;
}

async function ask<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} from ${address}`);
  return (await response.json()) as T;
}
