import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** File of a keyring for tests; without it this is a Linux without one. */
const file = process.env.SIP_CABINET_STANDIN_KEYRING;

function key(): Buffer {
  if (!file)
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    );
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

export const safeStorage = {
  isEncryptionAvailable: (): boolean => Boolean(file),
  isAsyncEncryptionAvailable: async (): Promise<boolean> => Boolean(file),
  getSelectedStorageBackend: (): string => (file ? 'gnome_libsecret' : 'basic_text'),
  setUsePlainTextEncryption(): void {},
  encryptString(text: string): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from('v11'), iv, cipher.getAuthTag(), body]);
  },
  decryptString(encrypted: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15));
    decipher.setAuthTag(encrypted.subarray(15, 31));
    return Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
  },
  encryptStringAsync: async (text: string): Promise<Buffer> => safeStorage.encryptString(text),
  decryptStringAsync: async (encrypted: Buffer) => ({
    result: safeStorage.decryptString(encrypted),
    shouldReEncrypt: false,
  }),
};
