import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import fonts from '@/data/map/fonts.json';
import palette from '@/data/map/palette.json';
import type { Language } from '@/lib/types';
import { areaLayers } from './area-layers';
import { labelLayers } from './label-layers';
import { AREAS } from './layer-ids';

export type Theme = 'light' | 'dark';
export type Palette = (typeof palette)['light'];

export interface StyleOptions {
  readonly theme: Theme;
  readonly locale: Language;
  /** Such as `https://example.org`: fonts and tiles are asked for with whole addresses. */
  readonly origin: string;
  readonly areas: FeatureCollection;
  /** English names that the marks write themselves; the basemap leaves them out. */
  readonly namesOfMarks: readonly string[];
  /** A basemap that the user configured; null or left out for the embedded one. */
  readonly basemap?: LoadedBasemap | null;
}

/** A configured basemap, fetched: its style in a theme and language, as far as it has them. */
export type LoadedBasemap = (theme: Theme, locale: Language) => StyleSpecification;

/** The whole map as a MapLibre style: basemap, areas of the article and labels, in one theme and language. */
export function buildStyle({ theme, locale, origin, areas, namesOfMarks, basemap: configured }: StyleOptions): StyleSpecification {
  const colours = palette[theme];
  const articleAreas = { type: 'geojson', data: areas, promoteId: 'id', tolerance: 1 } as const;
  if (configured) {
    const base = configured(theme, locale);
    return {
      ...base,
      ...(base.glyphs === undefined ? { 'font-faces': fontFaces(origin) } : {}),
      sources: { ...base.sources, [AREAS]: articleAreas },
      layers: underLabels(base.layers, areaLayers(theme, colours)),
    };
  }
  return {
    version: 8,
    'font-faces': fontFaces(origin),
    sources: {
      basemap: { type: 'vector', url: `pmtiles://${basemapUrl(origin)}` },
      [AREAS]: articleAreas,
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
      basemap('land', 'fill', { 'fill-color': colours.land, 'fill-antialias': false }),
      ...areaLayers(theme, colours),
      ...boundaryLayers(colours),
      ...labelLayers(theme, colours, locale, namesOfMarks),
    ],
  };
}

/** Where the embedded basemap lies under an origin: one PMTiles archive. */
export function basemapUrl(origin: string): string {
  return `${origin}/basemap/world.pmtiles`;
}

/** Which palette a theme has: for what is drawn outside the style, such as markers. */
export function paletteOf(theme: Theme): Palette {
  return palette[theme];
}

/** Puts layers in below the first label of others. */
function underLabels(layers: readonly LayerSpecification[], added: readonly LayerSpecification[]): LayerSpecification[] {
  const first = layers.findIndex(({ type }) => type === 'symbol');
  const at = first < 0 ? layers.length : first;
  return [...layers.slice(0, at), ...added, ...layers.slice(at)];
}

function boundaryLayers(colours: Palette): LayerSpecification[] {
  const soft = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      ...basemap('coastline', 'line', {
        'line-color': colours.coastline,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.4, 6, 0.8, 10, 1.1],
      }),
      layout: soft,
    },
    {
      ...basemap('admin1_boundary', 'line', {
        'line-color': colours.admin1Line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 7, 0.9, 11, 1.4],
      }),
      filter: ['<=', ['get', 'z'], ['+', ['zoom'], 0.5]],
      layout: soft,
    },
    {
      ...basemap('country_boundary', 'line', {
        'line-color': colours.countryLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 4, 0.9, 7, 1.4, 11, 2],
      }),
      layout: soft,
    },
    {
      ...basemap('disputed_boundary', 'line', {
        'line-color': colours.disputedLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 4, 0.9, 7, 1.4, 11, 2],
        'line-dasharray': [3, 2.2],
      }),
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
    },
  ];
}

/** A layer of the same name in the tiles. */
function basemap<T extends 'fill' | 'line'>(id: string, type: T, paint: Extract<LayerSpecification, { type: T }>['paint']) {
  return { id, type, source: 'basemap', 'source-layer': id, paint } as Extract<LayerSpecification, { type: T }>;
}

function fontFaces(origin: string): FontFacesSpecification {
  const faces = Object.entries(fonts).map(([name, files]) => [
    name,
    files.map((file) => ({ url: `${origin}/fonts/${file.file}`, 'unicode-range': file['unicode-range'] })),
  ]);
  return Object.fromEntries(faces) as FontFacesSpecification;
}
