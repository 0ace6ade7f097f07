import type { Arrangement, Line, Name } from '@/lib/figure/arrange';
import type { Box } from '@/lib/figure/boxes';
import type { Extent } from '@/lib/figure/sizes';
import { NAME_HEIGHT, PADDING, SIGN, type Card } from './card';
import { Sign } from './Sign';

export interface FigureMarksProps {
  readonly extent: Extent;
  readonly cards: readonly Card[];
  readonly names: readonly Name[];
  readonly labels: ReadonlyMap<string, string>;
  readonly arrangement: Arrangement;
  readonly rtl: boolean;
}

/** Everything that a figure draws over its map: lines, dots, names and cards, as real text and real lines. */
export function FigureMarks({ extent, cards, names, labels, arrangement, rtl }: FigureMarksProps) {
  const placed = cards.flatMap((card) => {
    const box = arrangement.flags.get(card.flag.id) ?? null;
    return box === null ? [] : [{ card, box }];
  });
  return (
    <svg
      className="figure-marks"
      width={extent.width}
      height={extent.height}
      viewBox={`0 0 ${extent.width} ${extent.height}`}
      direction="ltr"
    >
      {cards.map(({ flag }) => (
        <Leader key={flag.id} line={arrangement.lines.get(flag.id)} exact={flag.exact} />
      ))}
      {names.map((name) => (
        <g key={name.id} className="figure-place">
          {name.radius > 0 && <circle cx={name.point.x} cy={name.point.y} r={name.radius} data-form={name.radius > 4 ? 'near' : 'point'} />}
          <NameText box={arrangement.names.get(name.id) ?? null} text={labels.get(name.id) ?? ''} area={name.radius === 0} />
        </g>
      ))}
      {placed.map(({ card, box }) => (
        <CardBox key={card.flag.id} card={card} box={box} rtl={rtl} />
      ))}
    </svg>
  );
}

/** A line from a point to its card. Only what is exact has a dot at its end. */
function Leader({ line, exact }: { readonly line: Line | undefined; readonly exact: boolean }) {
  if (line === undefined) return null;
  const { from, to } = line;
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <g className="figure-leader" data-exact={exact}>
      <line {...ends} className="figure-leader-casing" />
      <line {...ends} />
      {exact && <circle cx={from.x} cy={from.y} r={3.6} />}
    </g>
  );
}

function NameText({ box, text, area }: { readonly box: Box | null; readonly text: string; readonly area: boolean }) {
  if (box === null) return null;
  return (
    <text
      data-box="name"
      data-area={area}
      x={box.x + box.width / 2}
      y={box.y + box.height / 2 + 4}
      textAnchor="middle"
      direction={directionOfText(text)}
    >
      {text}
    </text>
  );
}

function CardBox({ card: { flag, name, signs }, box, rtl }: { readonly card: Card; readonly box: Box; readonly rtl: boolean }) {
  const side = rtl ? -1 : 1;
  return (
    <g className="figure-card" data-exact={flag.exact} transform={`translate(${box.x} ${box.y})`}>
      <rect data-box="card" width={box.width} height={box.height} rx={flag.exact ? 5 : 3} />
      <text
        className="figure-card-name"
        x={box.width / 2}
        y={PADDING + NAME_HEIGHT - 6}
        textAnchor="middle"
        direction={directionOfText(name)}
      >
        {name}
      </text>
      {signs.map(({ number, incident, x, y }) => (
        <g key={number} transform={`translate(${x + (side * SIGN) / 2} ${y})`}>
          <Sign type={incident.type} status={incident.status} size={SIGN} />
          <text className="figure-card-number" x={side * (SIGN / 2 + 3)} y={4} textAnchor={rtl ? 'end' : 'start'}>
            {number}
          </text>
        </g>
      ))}
    </g>
  );
}

/** SVG knows no `auto`: by the first letter that has a direction. */
function directionOfText(text: string): 'rtl' | 'ltr' {
  return /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFEFC]/u.test(text) ? 'rtl' : 'ltr';
}
