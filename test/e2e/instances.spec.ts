import { spawn } from 'node:child_process';
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
