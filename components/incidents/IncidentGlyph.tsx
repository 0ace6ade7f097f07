import type { IncidentStatus } from '@/lib/types';
import { GLYPH_BOX, glyphOf, slugOf } from './types';

/** An incident's sign: the glyph says the type (the colour says it again), the disc's form the status. */
export function IncidentGlyph({ type, status }: { readonly type: string; readonly status: IncidentStatus }) {
  return (
    <span className="incident-sign" data-type={slugOf(type)} data-status={status} aria-hidden="true">
      <svg viewBox={GLYPH_BOX}>
        {glyphOf(type).map((d) => (
          <path key={d} d={d} />
        ))}
      </svg>
    </span>
  );
}
