import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { putInPlace } from '../files/put-in-place';

/**
 * A small JSON file with a schema. A damaged file is set aside under «.damaged» and the fallback used,
 * so the program always starts; writing replaces the file in one step.
 */
export type JsonFile<Value> = { read(): Value; write(value: Value): void };

export function jsonFile<Value>(path: string, schema: z.ZodType<Value>, fallback: Value): JsonFile<Value> {
  let current = load();

  function load(): Value {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return fallback;
    }
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      try {
        renameSync(path, `${path}.damaged`);
      } catch {
        // The place is taken or may not be written; the program starts all the same.
      }
      return fallback;
    }
  }

  return {
    read: () => current,
    write(value) {
      current = value;
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
      putInPlace(`${path}.new`, path);
    },
  };
}
