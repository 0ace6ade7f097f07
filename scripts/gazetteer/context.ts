import { NONE } from '../../lib/gazetteer/gazetteer';
import { sequenceHashes } from '../../lib/gazetteer/lookup';
import { tokenize } from '../../lib/text/tokenize';
import type { Alias, CuratedPlace } from './curated';
import type { IndexBuilder } from './index-builder';
import { ABBREVIATION } from '../../lib/gazetteer/name-flags';
import { fameOfCurated } from './fame';
import { expandNames, type Expansion, isArabic, isMatchable, type Name, primary } from './names';
import type { Survey } from './survey';

/** What every step of the build reads and adds to. */
export interface BuildContext {
  readonly builder: IndexBuilder;
  readonly survey: Survey;
  readonly aliases: ReadonlyMap<string, Alias>;
  /** Curated places that are places of another source, by that source's id. */
  readonly curatedById: ReadonlyMap<string, CuratedPlace>;
  /** Place index of first- and second-level divisions by GeoNames code. */
  readonly divisions: Map<string, number>;
}

/** Countries whose places bear an Arabic article in Latin spelling that writers drop. */
export const ARAB_COUNTRIES = new Set('AE BH DJ DZ EG EH IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE SS ER'.split(' '));

/** A division's place index by its code, or NONE. */
export function divisionOf(context: BuildContext, code: string | null): number {
  return (code === null ? undefined : context.divisions.get(code)) ?? NONE;
}

/** Everything that a place is found by: what is curated for its id first, then the source's names, what rules make of both, less what is removed. */
export function allNames(context: BuildContext, id: string, names: readonly Name[], options: Expansion): Name[] {
  const alias = context.aliases.get(id);
  const curated = context.curatedById.get(id);
  const added: string[] = [
    ...(curated ? [curated.names.en, curated.names.ar ?? '', ...curated.aliases.en, ...curated.aliases.ar] : []),
    ...(alias ? [alias.label?.en ?? '', alias.label?.ar ?? '', ...alias.en, ...alias.ar] : []),
  ];
  const abbreviations = [...(curated?.abbreviations ?? []), ...(alias?.abbreviations ?? [])];
  const removed = new Set(alias?.remove.map(nameKey));
  const isKept = (name: Name): boolean => removed.size === 0 || !removed.has(nameKey(name.text));
  const given = [
    ...added.filter((name) => name !== '').map(primary),
    ...abbreviations.map((text): Name => ({ text, flags: ABBREVIATION })),
    ...names,
  ];
  // Before the rules, so that nothing is derived from what is wrong, and after them, for a derived name may be wrong alone.
  return expandNames(given.filter(isKept), options).filter(isKept);
}

/** What is the same for two spellings that text is matched with alike. */
function nameKey(name: string): string {
  return sequenceHashes(tokenize(name)).at(-1)?.join() ?? '';
}

/** A source's fame, or that of what it is curated as, where that is more. */
export function fameAsCurated(context: BuildContext, id: string, fame: number): number {
  const curated = context.curatedById.get(id);
  return curated === undefined ? fame : Math.max(fame, fameOfCurated(curated.kind, curated.minor));
}

/** The English label curated for a place's id, if any. */
export function curatedEnglish(context: BuildContext, id: string): string | null {
  return context.curatedById.get(id)?.names.en ?? context.aliases.get(id)?.label?.en ?? null;
}

/** The Arabic label curated for a place's id, if any. */
export function curatedArabic(context: BuildContext, id: string): string | null {
  return context.curatedById.get(id)?.names.ar ?? context.aliases.get(id)?.label?.ar ?? null;
}

/** Arabic names from which a label may be chosen: the sources' and the curated aliases, less those removed. */
export function arabicCandidates(context: BuildContext, id: string, names: readonly Name[]): string[] {
  const all = [...names.map((name) => name.text), ...(context.aliases.get(id)?.ar ?? [])];
  const removed = new Set(context.aliases.get(id)?.remove ?? []);
  return all.filter((name) => isArabic(name) && isMatchable(name) && !removed.has(name));
}
