'use client';
import { useEffect, useMemo, useState } from 'react';
import { Column } from '@/components/desk/Column';
import type { View } from '@/components/desk/urlState';
import { useIncidents } from '@/components/desk/useIncidents';
import { useMapPadding } from '@/components/desk/useMapPadding';
import { useSheet } from '@/components/desk/useSheet';
import { NO_FILTER } from '@/components/incidents/filter';
import { IncidentsPanel } from '@/components/incidents/IncidentsPanel';
import type { ListOrder } from '@/components/incidents/order';
import { MapView } from '@/components/map/MapView';
import type { Selection } from '@/components/map/selection';
import { PlacesPanel } from '@/components/places/PlacesPanel';
import { shareMessages } from '@/components/share/words';
import { Timeline } from '@/components/timeline/Timeline';
import { otherLocale, type Locale } from '@/components/ui/locale';
import { fill, formatDate, messages } from '@/components/ui/messages';
import { useMediaQuery } from '@/components/ui/useMediaQuery';
import type { StandaloneData } from '@/lib/export/standalone';
import { StandaloneText } from './StandaloneText';

/** The desk to read, out of one file: text, lists, map and timeline, in both languages, without anything that asks a server. */
export function Standalone({ data }: { readonly data: StandaloneData }) {
  const { map } = data;
  const [locale, setLocale] = useState<Locale>(data.locale);
  const [dark, setDark] = useState<boolean | null>(null);
  const [view, setView] = useState<View>('article');
  const [filter, setFilter] = useState(NO_FILTER);
  const [order, setOrder] = useState<ListOrder>('text');
  const [names, setNames] = useState(true);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [highlight, setHighlight] = useState<string | null>(null);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = dark ?? systemIsDark;
  const incidents = useIncidents(map, filter);
  const sheet = useSheet('half');
  const hasTimeline = map.incidents.some(({ date }) => date !== null);
  const padding = useMapPadding(sheet.stop, hasTimeline);
  const words = shareMessages[locale].standalone;
  const { bar, product, views } = messages[locale].desk;
  const title = data.article.title ?? product;

  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
  }, [locale]);

  const select = (chosen: Selection | null) => {
    setSelection(chosen);
    sheet.makeWay(chosen !== null);
  };
  const isShown = (chosen: Selection) => 'placeId' in chosen || incidents.some(({ id }) => id === chosen.incidentId);
  const shown = selection !== null && isShown(selection) ? selection : null;
  const shared = { locale, selection: shown, highlight, incidents, showAssociative: names, onHighlight: setHighlight, onSelect: select };
  const filterBy = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
  const listed = { map, error: undefined, onRetry: () => undefined };
  const other = otherLocale(locale);
  const made = useMemo(() => fill(words.made, { date: formatDate(locale, data.createdAt), product }), [words, locale, data, product]);
  return (
    <div className="desk" data-theme={isDark ? 'dark' : 'light'} data-stop={sheet.stop}>
      <header className="bar">
        <h1 className="bar-name">
          <bdi>{title}</bdi>
        </h1>
        <p className="standalone-made">{made}</p>
        <button type="button" className="button" aria-pressed={isDark} onClick={() => setDark(!isDark)}>
          {bar.themes.dark}
        </button>
        <button type="button" className="button" lang={other} onClick={() => setLocale(other)}>
          {bar.language}
        </button>
      </header>
      <main className="desk-main">
        <Column
          locale={locale}
          view={view}
          onView={setView}
          counts={{ places: map.features.length, incidents: map.incidents.length }}
          sheet={sheet}
          article={<StandaloneText {...shared} data={data} shown={view === 'article'} />}
          places={<PlacesPanel {...shared} {...listed} onShowAssociative={setNames} />}
          incidents={<IncidentsPanel {...shared} {...listed} filter={filter} onFilter={filterBy} order={order} onOrder={setOrder} />}
          own={null}
        />
        <div className="stage">
          <section className="map-pane" id="map" aria-label={views.map} tabIndex={-1}>
            <MapView key={locale} {...shared} map={map} theme={isDark ? 'dark' : 'light'} padding={padding} />
          </section>
          {hasTimeline && (
            <div className="timeline-pane">
              <Timeline {...shared} all={map.incidents} filter={filter} onFilter={filterBy} />
            </div>
          )}
        </div>
      </main>
    </div>
  );
}
