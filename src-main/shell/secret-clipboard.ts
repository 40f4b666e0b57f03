import { clipboard } from 'electron';

const CLEARED_AFTER_MS = 30_000;

export type SecretClipboard = {
  copy(text: string): Promise<void>;
  /** Clears at once what is still there: at sign-out and quit. */
  clear(): Promise<void>;
};

/** Copies secrets for half a minute; whatever was copied after them is left alone. */
export function createSecretClipboard(): SecretClipboard {
  let held: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function clear(): Promise<void> {
    clearTimeout(timer);
    const secret = held;
    held = null;
    if (secret !== null && (await clipboard.readText()) === secret) await clipboard.writeText('');
  }

  return {
    async copy(text) {
      clearTimeout(timer);
      held = text;
      await clipboard.writeText(text);
      timer = setTimeout(() => void clear().catch(() => undefined), CLEARED_AFTER_MS);
    },
    clear,
  };
}
