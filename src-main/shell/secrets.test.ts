import { beforeEach, expect, it, vi } from 'vitest';

const storage = {
  isAsyncEncryptionAvailable: vi.fn(async () => true),
  isEncryptionAvailable: vi.fn(() => true),
  getSelectedStorageBackend: vi.fn(() => 'gnome_libsecret'),
  encryptStringAsync: vi.fn(async (text: string) => Buffer.from(`closed:${text}`)),
  decryptStringAsync: vi.fn(async (bytes: Buffer) => ({
    result: String(bytes).slice('closed:'.length),
    shouldReEncrypt: false,
  })),
};
vi.mock('electron', () => ({ safeStorage: storage }));
const { createSecrets } = await import('./secrets');

beforeEach(() => vi.clearAllMocks());

it('a keyring closes and opens', async () => {
  const secrets = createSecrets();
  const closed = await secrets.encrypt('token');
  expect(closed).not.toContain('token');
  expect(await secrets.decrypt(closed ?? '')).toBe('token');
  expect(await secrets.available()).toBe(true);
});

it.each<[string, () => void]>([
  ['none', () => storage.isAsyncEncryptionAvailable.mockResolvedValueOnce(false)],
  [
    'one that does not answer',
    () => storage.isAsyncEncryptionAvailable.mockRejectedValueOnce(new Error('x')),
  ],
  [
    'only the backend that protects nothing',
    () => {
      vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
      storage.getSelectedStorageBackend.mockReturnValueOnce('basic_text');
    },
  ],
  [
    'a desktop that should have one and has none',
    () => {
      vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
      storage.isEncryptionAvailable.mockReturnValueOnce(false);
    },
  ],
])('where there is %s, nothing is kept and that is said', async (_what, arrange) => {
  arrange();
  const secrets = createSecrets();
  expect(await secrets.available()).toBe(false);
  expect(await secrets.encrypt('token')).toBeNull();
  expect(await secrets.decrypt('Y2xvc2Vk')).toBeNull();
  expect(storage.encryptStringAsync).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

it('what another keyring has closed is as good as nothing', async () => {
  storage.decryptStringAsync.mockRejectedValueOnce(new Error('Error while decrypting the ciphertext'));
  expect(await createSecrets().decrypt('Y2xvc2Vk')).toBeNull();
});
