import type { CSSProperties } from 'react';
import { shortDateWords } from '@/components/incidents/dateWords';
import { formatNumber, messages, plural } from '@/components/ui/messages';
import type { Locale } from '@/components/ui/locale';
import type { Laid } from './lay-out';
import { isoOf } from './scale';

export interface TimelineStackProps {
  readonly laid: Laid;
  readonly isShown: boolean;
  readonly locale: Locale;
  readonly style: CSSProperties;
}

/** Several incidents whose dates lie so close that no row is left for them: how many. A press shows these days alone. */
export function TimelineStack({ laid: { incidents, days }, isShown, locale, style }: TimelineStackProps) {
  const count = plural(locale, messages[locale].desk.found.incidents, incidents.length);
  return (
    <span
      className="timeline-mark timeline-stack"
      data-timeline-days={`${days.from} ${days.to}`}
      data-shown={isShown}
      title={`${count}, ${shortDateWords(locale, isoOf(days.from), isoOf(days.to))}`}
      style={style}
    >
      <b>{formatNumber(locale, incidents.length)}</b>
    </span>
  );
}
