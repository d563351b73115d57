/**
 * Files that are on their way, kept by the browser under the upload's id, so that a reload goes on by itself. Where the
 * browser keeps none (a private window, no room), the person is asked for the file again.
 */
const [database, store] = ["phasic", "uploads"];

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no storage"));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const db = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = db.transaction(store, mode);
        const request = work(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = transaction.onabort = () =>
          reject(transaction.error ?? new Error("no storage"));
      });
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

export const keepFile = (upload: string, file: File) =>
  within("readwrite", (files) => files.put(file, upload));
export const forgetFile = (upload: string) => within("readwrite", (files) => files.delete(upload));

/** Null where the browser has none, or can no longer read it. */
export async function keptFile(upload: string): Promise<File | null> {
  const file = (await within("readonly", (files) => files.get(upload))) as File | undefined | null;
  if (!file) return null;
  // what it points at may have been moved or changed since
  const readable = await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => null);
  return readable ? file : null;
}
