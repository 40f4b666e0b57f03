import { safeStorage } from 'electron';

/**
 * The system's keyring. Where there is none, or only what protects nothing (a fixed password on Linux),
 * every call answers null and secrets live for the visit.
 */
export type Secrets = {
  available(): Promise<boolean>;
  encrypt(text: string): Promise<string | null>;
  decrypt(text: string): Promise<string | null>;
};

export function createSecrets(): Secrets {
  let known: Promise<boolean> | null = null;

  const available = (): Promise<boolean> => {
    known ??= probe();
    return known;
  };

  return {
    available,
    async encrypt(text) {
      if (!(await available())) return null;
      return (await safeStorage.encryptStringAsync(text)).toString('base64');
    },
    async decrypt(text) {
      if (!(await available())) return null;
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(text, 'base64'))).result;
      } catch {
        // Another keyring than the one that wrote it: the password still opens the cache.
        return null;
      }
    },
  };
}

async function probe(): Promise<boolean> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    if (process.platform !== 'linux') return true;
    // The backend is guessed by the desktop. Without a keyring behind it the asynchronous calls go on with a fixed
    // password, and only this one tells.
    return safeStorage.getSelectedStorageBackend() !== 'basic_text' && safeStorage.isEncryptionAvailable();
  } catch {
    return false;
  }
}
