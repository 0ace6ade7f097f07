import type { Locale } from '@/components/ui/locale';
import arMap from '@/data/messages/ar/map.json';
import arReasons from '@/data/messages/ar/reasons.json';
import enMap from '@/data/messages/en/map.json';
import enReasons from '@/data/messages/en/reasons.json';
import { incidentDate, incidentLabel, kindOfIncident } from '@/components/incidents/words';
import { countryName, kindWords, placeName, precisionWords } from '@/components/places/words';
import { fill, formatNumber, messages, plural } from '@/components/ui/messages';
import { isChecked, reviewedMessages } from '@/components/review/reviewedWords';
import type { PlaceFeature, Reason, Review } from '@/lib/types';
import type { Group } from './crowd';
import { incidentsOf, isTold } from './group-button';
import type { GroupWords } from './group-button';
import type { IncidentMark } from './incident-marks';
import type { MarkerWords } from './markers';

/** What the map and its card say, by language. */
export const mapMessages: Readonly<Record<Locale, typeof enMap>> = { ar: arMap, en: enMap };

const REASONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { ar: arReasons, en: enReasons };

/** What the markers say in a language. */
export function wordsOfMarkers(locale: Locale): MarkerWords {
  return {
    describe: ({ feature }) => markerWords(locale, feature),
    // What a mark without a name of its own says when it is pointed at.
    hint: ({ feature }) => fill(mapMessages[locale].hint, { name: placeName(locale, feature.properties) }),
    describeIncident: ({ incident, host }: IncidentMark) =>
      checkedWords(locale, incidentLabel(locale, incident, host.feature), incident.review),
    hintIncident: ({ incident }: IncidentMark) =>
      `${kindOfIncident(locale, incident)}${locale === 'ar' ? '،' : ','} ${incidentDate(locale, incident)}`,
    describeGroup: (group) => groupWords(locale, group),
  };
}

/** "120 incidents, 4 places, 5 of them denied or threatened", and that it opens; of one place, its name before. */
function groupWords(locale: Locale, group: Group): GroupWords {
  const { found } = messages[locale].desk;
  const { crowd } = mapMessages[locale];
  const incidents = incidentsOf(group);
  const notHappened = incidents.filter((incident) => !isTold(incident)).length;
  const [first] = group.marks;
  const name = group.opensAt === null && first ? placeName(locale, first.feature.properties) : null;
  const said = [
    name,
    incidents.length > 0 ? plural(locale, found.incidents, incidents.length) : null,
    name === null ? plural(locale, found.places, group.marks.length) : null,
    notHappened > 0 ? fill(crowd.notHappened, { n: formatNumber(locale, notHappened) }) : null,
    name === null ? crowd.opens : null,
  ];
  return {
    count: formatNumber(locale, incidents.length || group.marks.length),
    description: said.filter((part) => part !== null).join(locale === 'ar' ? '، ' : ', '),
    name,
  };
}

function markerWords(locale: Locale, { properties }: PlaceFeature): string {
  const message = properties.role === 'associative' ? mapMessages[locale].markerAssociative : mapMessages[locale].marker;
  const words = fill(message, {
    name: placeName(locale, properties),
    kind: kindWords(locale, properties),
    precision: precisionWords(locale, properties),
  });
  return checkedWords(locale, words, properties.review);
}

function checkedWords(locale: Locale, words: string, review: Review | undefined): string {
  return isChecked(review) ? `${words}. ${reviewedMessages[locale].checked}` : words;
}

/** A reason in the reader's language; as the engine says it where there is no message for it. */
export function reasonWords(locale: Locale, { code, detail, signal }: Reason): string {
  const message = REASONS[locale][code];
  if (message === undefined) return signal;
  const country = detail !== null && /^[A-Z]{2}$/.test(detail) ? countryName(locale, detail) : null;
  // A name in the other script keeps its own direction inside the sentence (Unicode's isolates).
  return detail === null ? message : fill(message, { detail: `\u2068${country ?? detail}\u2069` });
}
