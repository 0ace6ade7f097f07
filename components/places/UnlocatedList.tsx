import { directionOf, type Locale } from '@/components/ui/locale';
import { messages, plural } from '@/components/ui/messages';
import type { ArticleMap, UnlocatedName } from '@/lib/types';

/** The names that could not be put on the map, each with the words it stands in: left out of a map, they must not go unsaid. */
export function UnlocatedList({ map, locale }: { map: ArticleMap; locale: Locale }) {
  if (map.unlocated.length === 0) return null;
  const words = messages[locale].desk.places;
  return (
    <section aria-labelledby="places-unlocated">
      <h2 id="places-unlocated">{words.unlocated}</h2>
      <p className="places-help">{words.unlocatedHelp}</p>
      <ul className="unlocated-list">
        {map.unlocated.map((name) => (
          <UnlocatedItem key={name.name} name={name} language={map.article.language} locale={locale} />
        ))}
      </ul>
    </section>
  );
}

function UnlocatedItem({ name, language, locale }: { name: UnlocatedName; language: string; locale: Locale }) {
  const { desk, kinds } = messages[locale];
  const [first] = name.mentions;
  return (
    <li className="unlocated">
      <bdi className="place-name" lang={language}>
        {name.name}
      </bdi>
      <span className="place-mentions">{plural(locale, desk.places.mentions, name.mentions.length)}</span>
      {name.kind !== null && <span className="place-facts">{kinds[name.kind]}</span>}
      {first && (
        <blockquote lang={language} dir={directionOf(language)}>
          {first.quote.text.slice(0, first.start - first.quote.start)}
          <mark>{first.text}</mark>
          {first.quote.text.slice(first.end - first.quote.start)}
        </blockquote>
      )}
    </li>
  );
}
