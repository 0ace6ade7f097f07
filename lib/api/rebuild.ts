import { engineVersion } from '../export/engine-version';
import { UnknownLanguageError } from '../geoparse';
import { applyCorrections, CorrectionError } from '../review/apply-corrections';
import { logSchema } from '../review/corrections';
import { StoreError } from '../store/errors';
import type { Result } from '../store/records';
import type { Store } from '../store/store';
import { mapArticle, type Engine } from './engine';
import { parseInput } from './errors';

const BATCH = 100;
/** How often an article is read again because somebody corrected it meanwhile. */
const ATTEMPTS = 5;

export interface Rebuilt {
  readonly made: number;
  /** Articles that kept their result, and why. */
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
}

/** The version by which a result of this engine is known. */
export function resultVersion({ knowledge }: Engine): Pick<Result, 'engine' | 'gazetteer'> {
  return { engine: engineVersion(), gazetteer: knowledge.gazetteer.version };
}

/**
 * Makes the results again that another version of the engine or the gazetteer made, from the text and the log of
 * corrections. Can be broken off and begun again: what is done is not done twice.
 * @param onArticle after each article
 */
export async function rebuild(store: Store, engine: Engine, onArticle: () => void = () => undefined): Promise<Rebuilt> {
  const version = resultVersion(engine);
  const failed: { id: string; reason: string }[] = [];
  let made = 0;
  for (let ids = await store.outdated(version, BATCH); ids.length > 0; ids = await store.outdated(version, BATCH, ids.at(-1))) {
    for (const id of ids) {
      const reason = await rebuildOne(store, engine, version, id);
      if (reason === null) made++;
      else failed.push({ id, reason });
      onArticle();
    }
  }
  return { made, failed };
}

/** Null where it went well, else why it did not. What is the matter with the store itself is thrown. */
async function rebuildOne(store: Store, engine: Engine, version: ReturnType<typeof resultVersion>, id: string): Promise<string | null> {
  for (let attempt = 1; ; attempt++) {
    const stored = await store.get(id);
    if (!stored) return null;
    try {
      const { article } = stored;
      const log = parseInput(logSchema, await store.corrections(id));
      const map = mapArticle(article, engine, 'en', id);
      const shown = log.length === 0 ? null : applyCorrections(map, article.text, log);
      await store.saveResult(id, { ...version, madeAt: new Date().toISOString(), map }, shown, log.length);
      return null;
    } catch (error) {
      if (error instanceof StoreError) {
        if (error.code === 'conflict' && attempt < ATTEMPTS) continue;
        throw error;
      }
      if (error instanceof UnknownLanguageError || error instanceof CorrectionError) return error.message;
      throw error;
    }
  }
}
