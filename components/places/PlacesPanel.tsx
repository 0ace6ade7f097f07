'use client';
import { MapState, type MapStateProps } from '@/components/article/MapState';
import { PlacesList, type PlacesListProps } from './PlacesList';

export type PlacesPanelProps = Omit<PlacesListProps, 'map'> & MapStateProps;

/** The list of the places, or why there is none yet. */
export function PlacesPanel({ map, error, onRetry, ...list }: PlacesPanelProps) {
  return (
    <div className="scroller" tabIndex={-1}>
      <MapState map={map} error={error} onRetry={onRetry} locale={list.locale} />
      {map !== null && map.features.length + map.unlocated.length > 0 && <PlacesList {...list} map={map} />}
    </div>
  );
}
