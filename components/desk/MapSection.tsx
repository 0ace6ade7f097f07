'use client';
import type { ReactNode } from 'react';
import type { MapViewProps } from '@/components/map/MapView';
import { useBasemap } from '@/components/map/useBasemap';
import { BasemapNotice } from '@/components/share/BasemapNotice';
import { useMediaQuery } from '@/components/ui/useMediaQuery';
import type { BasemapConfig } from '@/lib/api/config';
import { MapPane } from './MapPane';
import { useMapView } from './useMapView';
import type { UrlStateControl } from './useUrlState';

export interface MapSectionProps
  extends Omit<MapViewProps, 'theme' | 'basemap' | 'attribution' | 'view' | 'restoredId' | 'onView'>, UrlStateControl {
  readonly label: string;
  /** A basemap of the user's own; null where none is configured. */
  readonly configured: BasemapConfig | null;
  /** What is said over the map. */
  readonly children?: ReactNode;
}

/** The map with the theme, basemap and view that the address asks for, and what is to be said of the basemap. */
export function MapSection({ label, configured, state, change, children, ...shown }: MapSectionProps) {
  const mapView = useMapView(state, change);
  const { basemap, failed } = useBasemap(state.embeddedBasemap ? null : configured);
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const systemTheme = dark ? 'dark' : 'light';
  return (
    <section className="map-pane" id="map" aria-label={label} tabIndex={-1}>
      <MapPane
        {...shown}
        theme={state.theme === 'system' ? systemTheme : state.theme}
        basemap={basemap}
        attribution={basemap === null ? null : (configured?.attribution ?? null)}
        {...mapView}
      />
      {configured !== null && (
        <BasemapNotice
          locale={shown.locale}
          config={configured}
          isEmbedded={state.embeddedBasemap}
          failed={failed}
          onEmbedded={(embeddedBasemap) => change({ embeddedBasemap }, 'replace')}
        />
      )}
      {children}
    </section>
  );
}
