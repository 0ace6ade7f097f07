import { useId } from 'react';

/** How a place is drawn, which says how sure it is; `disputed` is a boundary. */
export type SwatchForm = 'exact' | 'area' | 'country' | 'place' | 'near' | 'mentioned' | 'disputed';

/** A form as the map draws it, for its legend. */
export function Swatch({ form }: { readonly form: SwatchForm }) {
  // An id may hold no colon where a drawing refers to it by address.
  const id = `hatch${useId().replace(/[^a-zA-Z0-9]/g, '')}`;
  return (
    <svg className="figure-key figure-swatch" data-form={form} width={30} height={18} aria-hidden="true">
      <defs>
        <pattern id={id} width={5.6} height={5.6} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <line x1={0} y1={2.8} x2={5.6} y2={2.8} className="figure-hatch" />
        </pattern>
      </defs>
      {drawing(form, `url(#${id})`)}
    </svg>
  );
}

function drawing(form: SwatchForm, hatch: string) {
  switch (form) {
    case 'exact':
      return (
        <>
          <line x1={15} y1={8} x2={15} y2={15} className="figure-swatch-line" />
          <rect x={6} y={1} width={18} height={8} rx={2.5} className="figure-swatch-card" />
          <circle cx={15} cy={14.5} r={2.6} className="figure-swatch-dot" />
        </>
      );
    case 'place':
      return <circle cx={15} cy={9} r={3.5} className="figure-swatch-dot" />;
    case 'near':
      return <circle cx={15} cy={9} r={6} className="figure-swatch-ring" />;
    case 'disputed':
      return <line x1={2} y1={9} x2={28} y2={9} className="figure-swatch-disputed" />;
    default:
      return (
        <>
          <rect x={1.5} y={1.5} width={27} height={15} rx={3} className="figure-swatch-area" />
          {form !== 'mentioned' && <rect x={1.5} y={1.5} width={27} height={15} rx={3} fill={hatch} className="figure-swatch-hatch" />}
          {form === 'area' && <rect x={8} y={5} width={14} height={8} rx={1.5} className="figure-swatch-card figure-swatch-dashed" />}
        </>
      );
  }
}
