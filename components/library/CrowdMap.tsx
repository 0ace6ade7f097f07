'use client';
import dynamic from 'next/dynamic';
import { messages } from '@/components/ui/messages';
import type { CrowdMapProps } from './CrowdTiles';

const CrowdTiles = dynamic(() => import('./CrowdTiles').then((module) => module.CrowdTiles), { ssr: false });

/** The map of more incidents than a browser should hold: marks come as vector tiles, and the work does not grow with the collection. */
export function CrowdMap(props: CrowdMapProps) {
  return (
    <div aria-label={messages[props.locale].desk.views.map} role="group">
      <CrowdTiles {...props} />
    </div>
  );
}
