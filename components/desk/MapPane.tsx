'use client';
import dynamic from 'next/dynamic';
import { Component, type ReactNode } from 'react';
import type { MapViewProps } from '@/components/map/MapView';
import { messages } from '@/components/ui/messages';

// The text comes first: the map's code is the larger part of the page and is fetched after it.
const MapView = dynamic(() => import('@/components/map/MapView').then((module) => module.MapView), { ssr: false });

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
