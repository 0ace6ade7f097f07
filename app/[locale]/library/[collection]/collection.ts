import { sharedLibrary } from '@/lib/api/library';

/** The collection that an address names; null where there is none. */
export async function collectionNamed(id: string): Promise<{ readonly id: string; readonly name: string } | null> {
  const store = await sharedLibrary();
  return (await store.collections()).find((collection) => collection.id === id) ?? null;
}
