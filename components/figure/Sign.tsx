import { glyphOf, slugOf } from '@/components/incidents/types';
import type { IncidentStatus } from '@/lib/types';

/** An incident's sign as a drawing around (0, 0): the glyph says the type (the colour says it again), the disc's form the status. */
export function Sign({ type, status, size }: { readonly type: string; readonly status: IncidentStatus; readonly size: number }) {
  const radius = size / 2 - 1;
  const glyph = size * 0.6;
  return (
    <g className="figure-sign" data-type={slugOf(type)} data-status={status}>
      <circle r={radius} strokeWidth={status === 'claimed' ? 2.2 : 1.4} strokeDasharray={status === 'threatened' ? '2.6 1.8' : undefined} />
      {/* The glyphs are drawn in a box of 16. */}
      <g transform={`translate(${-glyph / 2} ${-glyph / 2}) scale(${glyph / 16})`}>
        {glyphOf(type).map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
      {status === 'denied' && <path className="figure-sign-strike" d={`M${-radius} ${radius}L${radius} ${-radius}`} strokeWidth={1.8} />}
    </g>
  );
}
