'use client';
import dynamic from 'next/dynamic';

const loadPanel = () => import('@/components/incidents/IncidentsPanel').then((module) => module.IncidentsPanel);
const loadTimeline = () => import('@/components/timeline/Timeline').then((module) => module.Timeline);

// Both need the map's answer before they have anything to say: their code comes after the text, and does not wait for the answer.
if (typeof window !== 'undefined') {
  void loadPanel();
  void loadTimeline();
}

/** The review: wanted by few, and fetched when it is opened. */
export const Review = dynamic(() => import('@/components/review/Review').then((module) => module.Review), { ssr: false });

/** The list of the incidents with its filters. */
export const IncidentsPanel = dynamic(loadPanel, { ssr: false });

/** The timeline of incidents that are counted: for large collections only. */
export const CountTimeline = dynamic(() => import('@/components/timeline/CountTimeline').then((module) => module.CountTimeline), {
  ssr: false,
});

/** The timeline under the map. */
export const Timeline = dynamic(loadTimeline, { ssr: false });
