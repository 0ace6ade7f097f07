import { dateWords } from '@/components/incidents/dateWords';
import { incidentDate, incidentMessages, incidentPlace, kindOfIncident, tollWords } from '@/components/incidents/words';
import { mapMessages } from '@/components/map/words';
import { countryName, placeName } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { fill, messages, plural } from '@/components/ui/messages';
import type { ArticleMap, MapIncident, PlaceFeature } from '@/lib/types';
import type { Numbered } from './numbered';
import { figureMessages } from './words';

/** The place that a figure is about: that of the first incident that has one, else the first place where something is. */
export function mainPlace(map: ArticleMap, incidents: readonly MapIncident[]): PlaceFeature | null {
  const [lead] = incidents.flatMap((incident) => placeOf(map, incident) ?? []);
  return lead ?? map.features.find(({ properties }) => properties.role === 'literal') ?? null;
}

/** Where an incident happened; null where the article does not say. */
export function placeOf(map: ArticleMap, { placeId }: MapIncident): PlaceFeature | null {
  return map.features.find(({ id }) => id === placeId) ?? null;
}

/** Countries that a title names at most: the most told of. */
const MOST_COUNTRIES = 3;

/** "Iraq, Jordan and Syria: incident locations": the countries where the incidents are, the most told of first. */
export function proposeTitle(locale: Locale, map: ArticleMap, incidents: readonly MapIncident[]): string {
  const { titleOf, titleWithout } = figureMessages[locale];
  const counts = new Map<string, number>();
  for (const incident of incidents) {
    // What is threatened or denied has made no country the scene of anything.
    if (incident.status === 'threatened' || incident.status === 'denied') continue;
    const country = countryName(locale, placeOf(map, incident)?.properties.countryCode ?? null);
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (names.length === 0 || names.length > MOST_COUNTRIES) return titleWithout;
  return fill(titleOf, { countries: new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(names) });
}

/** "9 incidents told in one article, 16 July – 5 August 2024. Main place: Ain al-Asad Air Base (قاعدة عين الأسد)". */
export function proposeSubtitle(locale: Locale, map: ArticleMap, incidents: readonly MapIncident[]): string {
  const { subtitle, subtitleDated, mainPlace: message } = figureMessages[locale];
  const found = plural(locale, messages[locale].desk.found.incidents, incidents.length);
  const days = incidents.flatMap(({ date }) => (date === null ? [] : [date.start, date.end])).sort();
  const [first, last] = [days[0], days.at(-1)];
  const told =
    first === undefined || last === undefined
      ? fill(subtitle, { found })
      : fill(subtitleDated, { found, range: dateWords(locale, first, last) });
  const place = mainPlace(map, incidents);
  return place === null ? told : `${told}. ${fill(message, { name: bothNames(locale, place) })}`;
}

/** A place's name in the reader's language, the other one in brackets where it has one. */
function bothNames(locale: Locale, { properties }: PlaceFeature): string {
  const own = placeName(locale, properties);
  const other = properties.names[locale === 'ar' ? 'en' : 'ar'];
  // Each keeps its own direction (Unicode's isolates).
  return other === undefined || other === own ? own : `${own} (\u2068${other}\u2069)`;
}

export interface AltParts {
  readonly title: string;
  readonly subtitle: string;
  readonly numbered: readonly Numbered[];
  readonly source: string;
}

/** The figure in words, for who does not see it: every incident by its number, how sure, where, when, and whose data. */
export function altText(locale: Locale, map: ArticleMap, { title, subtitle, numbered, source }: AltParts): string {
  const { alt } = figureMessages[locale];
  const { status } = incidentMessages[locale];
  const comma = locale === 'ar' ? '، ' : ', ';
  const told = numbered.map(({ number, incident }) => {
    const { name, precision } = incidentPlace(locale, placeOf(map, incident), incident.unlocated);
    const toll = tollWords(locale, incident.casualties);
    return fill(alt.incident, {
      n: number,
      kind: kindOfIncident(locale, incident),
      status: status[incident.status],
      place: name === null ? precision : `${name} (${precision})`,
      date: incidentDate(locale, incident),
      toll: toll === null ? '' : `${comma}${toll}`,
    });
  });
  return [
    fill(alt.map, { title, subtitle: subtitle.replace(/[.\s]+$/, '') }),
    ...(told.length === 0 ? [alt.none] : told),
    fill(alt.source, { source, credit: mapMessages[locale].credit.join('; ') }),
  ].join('\n');
}
