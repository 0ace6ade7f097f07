import arIncidents from '@/data/messages/ar/incidents.json';
import enIncidents from '@/data/messages/en/incidents.json';
import { countWords } from './countWords';
import { dateWords } from './dateWords';
import { placeName, precisionWords } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { fill, type PluralForms } from '@/components/ui/messages';
import type { MapIncident, PlaceFeature, Toll } from '@/lib/types';

type English = typeof enIncidents;
type Words = Readonly<Record<string, string>>;

/** What is said of incidents. Sub-types and weapons come from the engine as open lists; Arabic has more plural forms. */
export type IncidentMessages = Omit<English, 'types' | 'subTypes' | 'weapons' | 'counts' | 'list' | 'timeline'> & {
  readonly types: Words;
  readonly subTypes: Words;
  readonly weapons: Words;
  readonly counts: Omit<English['counts'], 'killed' | 'injured'> & { readonly killed: PluralForms; readonly injured: PluralForms };
  readonly list: Omit<English['list'], 'unplaced'> & { readonly unplaced: PluralForms };
  readonly timeline: Omit<English['timeline'], 'undated' | 'summary'> & { readonly undated: PluralForms; readonly summary: PluralForms };
};

/** What the page says of incidents, by language. */
export const incidentMessages: Readonly<Record<Locale, IncidentMessages>> = { ar: arIncidents, en: enIncidents };

/** The event type in the reader's language; as the engine names it where there is no message for it. */
export function typeWords(locale: Locale, type: string): string {
  return incidentMessages[locale].types[type] ?? type;
}

/** The sub-event type, or the type where the article does not tell more. */
export function kindOfIncident(locale: Locale, { type, subType }: MapIncident): string {
  return subType === null ? typeWords(locale, type) : (incidentMessages[locale].subTypes[subType] ?? subType);
}

/** A weapon in the reader's language, as the engine names it where there is no message for it. */
export function weaponWords(locale: Locale, weapon: string): string {
  return incidentMessages[locale].weapons[weapon] ?? weapon;
}

/** "Monday 5 August 2024", or that no date is given. */
export function incidentDate(locale: Locale, { date }: MapIncident): string {
  return date === null ? incidentMessages[locale].card.undated : dateWords(locale, date.start, date.end);
}

/** "Ain al-Asad Air Base. Exact place"; or, beside its area if that is told, a place that the gazetteer does not know; or that no place is given. */
export function incidentPlace(
  locale: Locale,
  feature: PlaceFeature | null,
  unlocated?: string,
): { readonly name: string | null; readonly precision: string } {
  const { unplaced, notFound } = incidentMessages[locale].card;
  const missing = unlocated === undefined ? null : fill(notFound, { name: `\u2068${unlocated}\u2069` });
  if (feature === null) return { name: null, precision: missing ?? unplaced };
  const precision = precisionWords(locale, feature.properties);
  return { name: placeName(locale, feature.properties), precision: missing === null ? precision : `${precision}; ${missing}` };
}

/** "at least 5 killed, several injured"; null where nothing is said of either. */
export function tollWords(locale: Locale, { killed, injured }: Pick<Toll, 'killed' | 'injured'>): string | null {
  const { counts } = incidentMessages[locale];
  const parts = [
    killed && countWords(locale, killed, { forms: counts.killed, none: counts.killedNone, vague: counts.killedVague }, counts),
    injured && countWords(locale, injured, { forms: counts.injured, none: counts.injuredNone, vague: counts.injuredVague }, counts),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(locale === 'ar' ? '، ' : ', ');
}

/** All that a mark of the map says to who does not see it. */
export function incidentLabel(locale: Locale, incident: MapIncident, feature: PlaceFeature | null): string {
  const { marker, status } = incidentMessages[locale];
  const { name, precision } = incidentPlace(locale, feature, incident.unlocated);
  return fill(marker, {
    type: kindOfIncident(locale, incident),
    status: status[incident.status],
    date: incidentDate(locale, incident),
    place: name === null ? precision : `${name}: ${precision}`,
  });
}
