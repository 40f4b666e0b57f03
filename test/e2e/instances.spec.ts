import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { launchOf } from './program.ts';
import { signInAndSync } from './steps';

test('a second start ends at once and brings the first window back', async ({ cabinet, program }) => {
  await signInAndSync(cabinet);
  const { app, data, page } = cabinet;
  const minimized = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await minimized()).toBe(true);

  const { args } = await launchOf(program);
  const second = spawn(app.process().spawnfile, [...args, `--user-data-dir=${data}`], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(minimized).toBe(false);
  await expect(page.getByRole('banner')).toContainText('Васильковый край');
  expect((await cabinet.call('account.get')).account?.number).toBe('300012345');
});

test('a start that fails says so, ends, and is in nobody’s way', async ({ folder, program, start }) => {
  test.skip(program === 'packaged', 'a packaged program loads no stub of the system’s box');
  const stub = join(folder, 'box.cjs');
  writeFileSync(stub, "require('electron').dialog.showErrorBox = (title, text) => console.log(title, text);");
  const { app } = await start();
  const executable = app.process().spawnfile;
  await app.close();

  const { args } = await launchOf(program);
  const data = join(folder, 'user-data');
  const failing = spawn(
    executable,
    ['-r', stub, ...args, `--user-data-dir=${data}`, '--operator-port=none'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, SIP_CABINET_HEADLESS: '1' },
      timeout: 20_000,
    },
  );
  let told = '';
  failing.stdout.on('data', (chunk) => {
    told += chunk;
  });
  const code = await new Promise((resolve) => failing.once('close', resolve));
  expect(told).toContain('Программа не запустилась');
  expect(told).toContain('--operator-port=none is not a port');
  expect(code).toBe(1);
  await start();
});
