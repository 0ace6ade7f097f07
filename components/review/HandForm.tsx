import { useState, type FormEvent } from 'react';
import type { Locale } from '@/components/ui/locale';
import type { Shape } from '@/lib/review/shapes';
import type { Coordinates } from '@/lib/types';
import type { ReviewSession } from './useReview';
import { reviewMessages } from './words';

const FORMS = ['pin', 'circle', 'area'] as const;
const USUAL_RADIUS_KM = 10;

export interface HandFormProps {
  readonly session: ReviewSession;
  readonly locale: Locale;
  /** Where the place is now; null where it is nowhere. */
  readonly at: Coordinates | null;
}

/** A place put by hand: drawn on the map, or as coordinates, which need no pointer. */
export function HandForm({ session, locale, at }: HandFormProps) {
  const { hand } = reviewMessages[locale];
  const [form, setForm] = useState<Shape['form']>('pin');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const point: [number, number] = [Number(data.get('lon')), Number(data.get('lat'))];
    session.draw(form === 'circle' ? { form, centre: point, radiusKm: Number(data.get('radius')) } : { form: 'pin', point });
  };
  const help = { pin: hand.pinHelp, circle: hand.circleHelp, area: hand.areaHelp }[form];
  return (
    <form className="review-hand" onSubmit={submit} aria-label={hand.title}>
      <p className="review-row">
        {FORMS.map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={form === name}
            onClick={() => {
              setForm(name);
              if (session.tool !== null) session.setTool(name);
            }}
          >
            {hand[name]}
          </button>
        ))}
        <button
          type="button"
          className="button"
          aria-pressed={session.tool !== null}
          onClick={() => session.setTool(session.tool === null ? form : null)}
        >
          {hand.onMap}
        </button>
      </p>
      <p className="review-quiet">{help}</p>
      {form !== 'area' && (
        <p className="review-row">
          <Degrees id="review-lat" name="lat" label={hand.lat} most={90} value={at?.[1]} />
          <Degrees id="review-lon" name="lon" label={hand.lon} most={180} value={at?.[0]} />
          {form === 'circle' && (
            <label>
              <span>{hand.radius}</span>
              <input type="number" name="radius" min={0.1} max={2000} step="any" defaultValue={USUAL_RADIUS_KM} required dir="ltr" />
            </label>
          )}
          <button type="submit" className="button button-main">
            {hand.use}
          </button>
        </p>
      )}
    </form>
  );
}

interface DegreesProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly value: number | undefined;
}

function Degrees({ id, name, label, most, value }: DegreesProps) {
  return (
    <label>
      <span>{label}</span>
      <input id={id} type="number" name={name} min={-most} max={most} step="any" required defaultValue={value} dir="ltr" />
    </label>
  );
}
