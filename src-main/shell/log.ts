import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'cabinet.log';
const MAX_BYTES = 1_000_000;

/** Takes out of a line what must never be kept: secrets, and what an account or a person is known by. */
export function redact(text: string): string {
  return text
    .replace(/(bearer\s+)\S+/gi, '$1•••')
    .replace(/("?(?:password|newPassword|token|code|key)"?\s*[:=]\s*)("[^"]*"|\S+)/gi, '$1•••')
    .replace(/\b[0-9a-f]{32,}\b/gi, '•••')
    .replace(/\+?\b375[\s()-]*\d{2}[\s()-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b/g, '375•••••••••')
    .replace(/\bBY\d{2}(?: ?[A-Z0-9]{4}){6}\b/g, 'BY••')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '•••@•••')
    .replace(/\b\d{9}\b/g, '•••••••••')
    .replace(/\b\d{1,3}(?:[\s\u00a0]?\d{3})*,\d{2,4}\b/g, '•,••');
}

export type Log = (level: 'info' | 'warn' | 'error', text: string) => void;

/** A log of at most two files of a megabyte in `folder`; a full disk only silences it. */
export function createLog(folder: string, now: () => number): Log {
  const file = join(folder, NAME);
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

/** The last lines of the log, oldest first; none when there is no log. */
export function tailOf(folder: string, lines = 200): string {
  const read = (name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  const text = `${read(`${NAME}.1`)}${read(NAME)}`;
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
