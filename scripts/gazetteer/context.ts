import { NONE } from '../../lib/gazetteer/gazetteer';
import type { Alias, CuratedPlace } from './curated';
import type { IndexBuilder } from './index-builder';
import { isArabic, isMatchable, type Name, primary } from './names';
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

/** A source's names with those curated for the place's id first, and without those removed. */
export function curatedNames(context: BuildContext, id: string, names: readonly Name[]): Name[] {
  const alias = context.aliases.get(id);
  const curated = context.curatedById.get(id);
  const added = [
    ...(curated ? [curated.names.en, curated.names.ar ?? '', ...curated.aliases.en, ...curated.aliases.ar] : []),
    ...(alias ? [...alias.en, ...alias.ar] : []),
  ];
  const removed = new Set(alias?.remove ?? []);
  return [...added.filter((name) => name !== '').map(primary), ...names].filter((name) => !removed.has(name.text));
}

/** The Arabic label curated for a place's id, if any. */
export function curatedArabic(context: BuildContext, id: string): string | null {
  return context.curatedById.get(id)?.names.ar ?? null;
}

/** Arabic names from which a label may be chosen: the sources' and the curated aliases, less those removed. */
export function arabicCandidates(context: BuildContext, id: string, names: readonly Name[]): string[] {
  const all = [...names.map((name) => name.text), ...(context.aliases.get(id)?.ar ?? [])];
  const removed = new Set(context.aliases.get(id)?.remove ?? []);
  return all.filter((name) => isArabic(name) && isMatchable(name) && !removed.has(name));
}
