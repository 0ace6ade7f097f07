import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Shape } from '@/lib/review/shapes';

/** The modes of terra-draw by what is drawn. */
const MODES: Readonly<Record<Shape['form'], string>> = { pin: 'point', circle: 'circle', area: 'polygon' };

/**
 * Lets a person draw on the map with terra-draw, which is fetched when first wanted; `onDrawn` is told what came of it,
 * once. Gives what ends the drawing. A new style takes the drawing with it: whoever changes it begins anew.
 */
export function drawOn(map: MapLibreMap, form: Shape['form'], onDrawn: (shape: Shape) => void, onFailed: () => void): () => void {
  let ended = false;
  let stop = (): void => undefined;
  begin(map, form, (shape) => {
    if (!ended) onDrawn(shape);
  }).then(
    (started) => {
      if (ended) started();
      else stop = started;
    },
    (error: unknown) => {
      console.warn('The drawing tools could not start.', error);
      if (!ended) onFailed();
    },
  );
  return () => {
    ended = true;
    stop();
  };
}

async function begin(map: MapLibreMap, form: Shape['form'], onDrawn: (shape: Shape) => void): Promise<() => void> {
  const [terra, { TerraDrawMapLibreGLAdapter }, { circleOf, decimals }] = await Promise.all([
    import('terra-draw'),
    import('terra-draw-maplibre-gl-adapter'),
    import('@/lib/review/drawn'),
  ]);
  const { TerraDraw, TerraDrawPointMode, TerraDrawCircleMode, TerraDrawPolygonMode } = terra;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [new TerraDrawPointMode(), new TerraDrawCircleMode(), new TerraDrawPolygonMode()],
  });
  draw.start();
  draw.setMode(MODES[form]);
  const stop = (): void => {
    try {
      if (draw.enabled && map.getStyle()) draw.stop();
    } catch {
      // The map's style was made anew meanwhile, and took the drawing's layers with it.
    }
  };
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    const at = ([lon = 0, lat = 0]: number[]): [number, number] => [decimals(lon), decimals(lat)];
    // What is drawn makes the map's style anew: the tool's layers are taken away before.
    stop();
    if (geometry?.type === 'Point') onDrawn({ form: 'pin', point: at(geometry.coordinates) });
    const ring = geometry?.type === 'Polygon' ? geometry.coordinates[0]?.map(at) : undefined;
    if (ring) onDrawn(form === 'circle' ? circleOf(ring) : { form: 'area', ring });
  });
  return stop;
}
