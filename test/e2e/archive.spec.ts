import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { toProgram } from './walking';

const NAME = 'sip-archive-300012345';

test('the archive is saved from the settings and read by DuckDB with the totals of the screens', async ({
  cabinet,
  folder,
}) => {
  await signInAndSync(cabinet);
  const { app, page, call } = cabinet;
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  await toProgram(page, 'Настройки');
  await page.getByRole('button', { name: 'Сохранить архив…' }).click();
  const archive = join(folder, NAME);
  await expect(page.getByRole('alert').filter({ hasText: `Архив «${NAME}» сохранён` })).toBeVisible();
  expect(existsSync(join(archive, 'archive.json'))).toBe(true);

  const filter = { subscriberId: null, month: '2021-04', direction: 'both' } as const;
  const { rows, durationS, gross } = await call('cdrs.summary', { filter });
  const duck = await DuckDBConnection.create();
  const answer = await duck.runAndReadAll(
    `SELECT count(*) AS rows, sum(duration_s) AS seconds, (sum(gross) * 10000)::BIGINT AS gross
     FROM read_parquet('${archive}/cdrs/*/*/*.parquet', hive_types = {'year': INT, 'month': INT})
     WHERE year = 2021 AND month = 4`,
  );
  duck.disconnectSync();
  expect(answer.getRows()).toEqual([[BigInt(rows), BigInt(durationS), BigInt(gross)]]);
  const list = JSON.parse(readFileSync(join(archive, 'archive.json'), 'utf8'));
  expect(list).toMatchObject({ account: '300012345', callsComplete: true, keptFromBefore: [] });
});
