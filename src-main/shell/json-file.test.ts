import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from './json-file';

const folder = mkdtempSync(join(tmpdir(), 'json-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const schema = z.strictObject({ count: z.int() });

it('keeps values over a restart, readable by the user alone', () => {
  const path = join(folder, 'deep', 'a.json');
  jsonFile(path, schema, { count: 0 }).write({ count: 7 });
  expect(jsonFile(path, schema, { count: 0 }).read()).toEqual({ count: 7 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it.each(['{"count":', '{"count":"x"}', ''])('sets a damaged file aside: %s', (text) => {
  const path = join(folder, 'b.json');
  writeFileSync(path, text);
  expect(jsonFile(path, schema, { count: 3 }).read()).toEqual({ count: 3 });
  expect(existsSync(path)).toBe(false);
  expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text);
});
