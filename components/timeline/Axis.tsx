import { dateFormat } from '@/components/ui/intl';
import type { Locale } from '@/components/ui/locale';
import { isoOf, type Days } from './scale';
import { ticksOf, type Tick } from './ticks';

/** Pixels that a label takes at most. */
const ROOM = 76;

/** The lines of the axis with their dates. The sliders say them too, one by one. */
export function Axis({ extent, width, locale }: { readonly extent: Days; readonly width: number; readonly locale: Locale }) {
  if (width === 0) return null;
  return (
    <div className="timeline-axis" aria-hidden="true">
      {ticksOf(extent, width, ROOM).map((tick) => (
        <span key={tick.day} style={{ insetInlineStart: `${tick.at * 100}%` }} data-end={(1 - tick.at) * width < ROOM * 0.6 || undefined}>
          <b>{labelOf(tick, locale)}</b>
        </span>
      ))}
    </div>
  );
}

function labelOf({ day, unit, isFirst }: Tick, locale: Locale): string {
  const month = locale === 'ar' ? 'long' : 'short';
  const options: Intl.DateTimeFormatOptions =
    unit === 'year'
      ? { year: 'numeric' }
      : unit === 'month'
        ? { month, ...(isFirst ? { year: 'numeric' } : {}) }
        : { day: 'numeric', ...(isFirst ? { month } : {}) };
  return dateFormat(locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB', { ...options, timeZone: 'UTC' }).format(new Date(isoOf(day)));
}
