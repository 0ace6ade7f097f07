'use client';
import dynamic from 'next/dynamic';
import { Component, type ReactNode } from 'react';
import type { MapViewProps } from '@/components/map/MapView';
import { messages } from '@/components/ui/messages';

const loadMap = () => import('@/components/map/MapView').then((module) => module.MapView);
// The map's code is the larger part of the page: the text does not wait for it, and it does not wait for the text to come alive.
if (typeof window !== 'undefined') void loadMap();
const MapView = dynamic(loadMap, { ssr: false });

/** The map, or in its place a sentence that says that the rest works without it. */
export function MapPane(props: MapViewProps) {
  return (
    <MapBoundary message={messages[props.locale].desk.errors.map}>
      <MapView {...props} />
    </MapBoundary>
  );
}

interface MapBoundaryProps {
  readonly message: string;
  readonly children: ReactNode;
}

class MapBoundary extends Component<MapBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <p className="map-failed">{this.props.message}</p> : this.props.children;
  }
}
