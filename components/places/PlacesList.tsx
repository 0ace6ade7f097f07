'use client';
import { memo } from 'react';
import { selectedPlace, type Selection } from '@/components/map/selection';
import { isChecked, reviewedMessages } from '@/components/review/reviewedWords';
import { directionOf, type Locale } from '@/components/ui/locale';
import { messages, plural } from '@/components/ui/messages';
import { moveByKey } from '@/components/ui/moveByKey';
import type { ArticleMap, PlaceFeature } from '@/lib/types';
import { UnlocatedList } from './UnlocatedList';
import { groupByRole, kindWords, placeName, precisionWords, sureness } from './words';

export interface PlacesListProps {
  readonly map: ArticleMap;
  readonly locale: Locale;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly showAssociative: boolean;
  readonly onShowAssociative: (show: boolean) => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (placeId: string | null) => void;
}

/** The map in words: all that it shows, for those who cannot use it and those who would rather read. */
export function PlacesList(props: PlacesListProps) {
  const { map, locale, showAssociative, onShowAssociative } = props;
  const words = messages[locale].desk.places;
  const { literal, associative } = groupByRole(map.features);
  return (
    <div className="places" onKeyDown={(event) => moveByKey(event, 'button.place')}>
      <p className="places-keys">{words.keys}</p>
      {literal.length > 0 && (
        <section aria-labelledby="places-literal">
          <h2 id="places-literal">{words.literal}</h2>
          <PlaceItems {...props} features={literal} />
        </section>
      )}
      {associative.length > 0 && (
        <section aria-labelledby="places-associative">
          <h2 id="places-associative">{words.associative}</h2>
          <p className="places-help">{words.associativeHelp}</p>
          <label className="switch">
            <input
              type="checkbox"
              role="switch"
              checked={showAssociative}
              onChange={(event) => onShowAssociative(event.currentTarget.checked)}
            />
            <span>{words.show}</span>
          </label>
          {showAssociative && <PlaceItems {...props} features={associative} />}
        </section>
      )}
      <UnlocatedList map={map} locale={locale} />
    </div>
  );
}

type PlaceItemsProps = PlacesListProps & { readonly features: readonly PlaceFeature[] };

function PlaceItems({ features, locale, selection, highlight, onSelect, onHighlight }: PlaceItemsProps) {
  return (
    <ol className="places-list" onPointerLeave={() => onHighlight(null)} onBlur={() => onHighlight(null)}>
      {features.map((feature) => (
        <li key={feature.id}>
          <button
            type="button"
            className={`place place-${feature.properties.role}${highlight === feature.id ? ' place-lit' : ''}`}
            aria-pressed={selectedPlace(selection) === feature.id}
            data-place-id={feature.id}
            onClick={() => onSelect({ placeId: feature.id, mention: 0 })}
            onPointerEnter={() => onHighlight(feature.id)}
            onFocus={() => onHighlight(feature.id)}
          >
            <PlaceWords feature={feature} locale={locale} />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Written once for each place: there may be hundreds, and each choice is heard by all of them. */
const PlaceWords = memo(function PlaceWords({ feature, locale }: { feature: PlaceFeature; locale: Locale }) {
  const { properties } = feature;
  const words = messages[locale].desk.places;
  const sure = sureness(properties.confidence);
  const name = placeName(locale, properties);
  // A place that the gazetteer knows only in the other script says so to a screen reader.
  const nameLanguage = properties.names[locale] === undefined ? (locale === 'ar' ? 'en' : 'ar') : undefined;
  return (
    <>
      <span className="place-name" lang={nameLanguage} dir={nameLanguage === undefined ? undefined : directionOf(nameLanguage)}>
        {name}
      </span>
      <span className="place-mentions">{plural(locale, words.mentions, properties.mentions.length)}</span>
      <span className="place-facts">
        <span>{kindWords(locale, properties)}</span>
        {/* Nothing is said to be where a government's name points: a precision would be one of nothing. */}
        {properties.role === 'literal' && <span>{precisionWords(locale, properties)}</span>}
        <span className={`sure sure-${sure}`}>{words.confidence[sure]}</span>
        {isChecked(properties.review) && <span className="checked">{reviewedMessages[locale].checked}</span>}
      </span>
    </>
  );
});
