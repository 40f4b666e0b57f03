import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1_000_000;

/** Takes out of a line what must never be kept: tokens, keys, passwords, phone numbers. */
export function redact(text: string): string {
  return text
    .replace(/(bearer\s+)\S+/gi, '$1•••')
    .replace(/("?(?:password|newPassword|token|code|key)"?\s*[:=]\s*)("[^"]*"|\S+)/gi, '$1•••')
    .replace(/\b[0-9a-f]{32,}\b/gi, '•••')
    .replace(/\+?\b375\d{9}\b/g, '375•••••••••');
}

export type Log = (level: 'info' | 'warn' | 'error', text: string) => void;

/** A log of at most two files of a megabyte in `folder`; a full disk only silences it. */
export function createLog(folder: string, now: () => number): Log {
  const file = join(folder, 'cabinet.log');
  return (level, text) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const line = `${new Date(now()).toISOString()} ${level} ${redact(text)}\n`;
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // Nowhere to say it.
    }
  };
}
