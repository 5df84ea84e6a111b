/**
 * A recording that the server does not have yet lies in the browser's IndexedDB, and is taken away as soon as it was sent: a page that is closed, or a program
 * that was killed, costs nothing that was said. Where there is no IndexedDB nothing is kept, and nothing else changes.
 */

export interface Kept {
  sound: Blob;
  fields: Record<string, string>;
}

const STORE = "unsent";

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("sparring-recordings", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await opened();
    return await new Promise<T>((resolve, reject) => {
      const asked = act(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    }).finally(() => database.close());
  } catch {
    return undefined;
  }
}

export const keep = (name: string, kept: Kept) => within("readwrite", (store) => store.put(kept, name));
export const lying = (name: string) => within<Kept | undefined>("readonly", (store) => store.get(name));
export const forget = (name: string) => within("readwrite", (store) => store.delete(name));
