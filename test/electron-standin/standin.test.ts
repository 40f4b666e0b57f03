import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { type FixturePage, finish, fixtureProgram, log } from './fixture-program';

const { launch, newFolder, fixture, electron, closed } = fixtureProgram();

describe('ipc', () => {
  it('clones values both ways and knows its sender', async () => {
    const { page } = await launch();
    const result = await page.evaluate(async () => {
      const { api } = window as unknown as FixturePage;
      const value = {
        day: new Date(5),
        map: new Map([[1, { two: 2n }]]),
        bytes: new Uint8Array([1, 2]),
        none: undefined,
      };
      const { value: back, url, isTop } = await api.invoke('echo', value);
      const typed = back as typeof value;
      return {
        url,
        isTop,
        day: typed.day.getTime(),
        big: typed.map.get(1)?.two === 2n,
        bytes: [...typed.bytes],
        keys: Object.keys(typed),
      };
    });
    expect(result).toEqual({
      url: 'app://cabinet/start',
      isTop: true,
      day: 5,
      big: true,
      bytes: [1, 2],
      keys: ['day', 'map', 'bytes', 'none'],
    });
  });

  it('refuses what cannot be cloned and passes only messages of errors', async () => {
    const { page } = await launch();
    const messages = await page.evaluate(async () => {
      const { api } = window as unknown as FixturePage;
      const reason = async (work: () => Promise<unknown>) => {
        try {
          await work();
          return 'no error';
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [
        await reason(() => api.invoke('echo', { f: Symbol('s') })),
        await reason(() => api.invoke('echo', document.body)),
        await reason(() => api.invoke('fail')),
        await reason(() => api.invoke('function')),
        await reason(() => api.invoke('nobody')),
      ];
    });
    expect(messages[0]).toContain('could not be cloned');
    expect(messages[1]).toContain('could not be cloned');
    expect(messages[2]).toBe("Error invoking remote method 'fail': Error: the reason");
    expect(messages[3]).toContain('could not be cloned');
    expect(messages[4]).toContain("No handler registered for 'nobody'");
  });

  it('keeps the order of messages from main', async () => {
    const { page } = await launch();
    await page.evaluate(() => {
      const { api } = window as unknown as FixturePage;
      for (let i = 0; i < 5; i++) api.ping(i);
    });
    const values = () =>
      page.evaluate(() => (window as unknown as FixturePage).api.received().map(([value]) => value));
    await vi.waitFor(async () => expect(await values()).toEqual([0, 1, 2, 3, 4]));
  });
});

describe('pages', () => {
  it('hides the preload’s names, freezes what it gives and runs it before the page', async () => {
    const { page } = await launch();
    const seen = await page.evaluate(() => {
      const { api, seenAtStart } = window as unknown as FixturePage;
      const scope = globalThis as Record<string, unknown>;
      return {
        names: ['require', 'module', 'hidden', 'ipcRenderer', 'process'].filter((name) => name in scope),
        frozen: Object.isFrozen(api) && Object.isFrozen(api.nested),
        refusal: api.refusal,
        seenAtStart,
        inFrame: 'api' in (document.querySelector('iframe')?.contentWindow ?? {}),
      };
    });
    expect(seen).toEqual({
      names: [],
      frozen: true,
      refusal: 'module not found: node:fs',
      seenAtStart: 'object',
      inFrame: false,
    });
  });

  it('are served by the scheme’s handler, with its policy, to nobody without the token', async () => {
    const { page } = await launch();
    const response = await page.reload();
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    const stranger = await fetch(page.url());
    expect(stranger.status).toBe(403);
    const rebound = await fetch(page.url(), { headers: { host: 'evil.test' } }).catch(() => ({
      status: 403,
    }));
    expect(rebound.status).toBe(403);
    const wire = page.url().replace(/^http(.*?)\/[^/]*$/, 'ws$1/__standin/ipc');
    const opened = new Promise((resolve) => {
      const socket = new WebSocket(wire);
      socket.onopen = () => resolve(true);
      socket.onerror = () => resolve(false);
    });
    expect(await opened).toBe(false);
    const outer = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal);
    if (outer) await expect(fetch(page.url().replace('127.0.0.1', outer.address))).rejects.toThrow();
  });

  it('ask before they navigate away or open windows', async () => {
    const { app, page } = await launch();
    await page.click('a');
    await vi.waitFor(async () => expect(await log(app)).toContain('will-navigate https://example.com/'));
    expect(await page.textContent('h1')).toBe('/start');
    await page.evaluate(() => window.open('https://example.com/other'));
    await vi.waitFor(async () => expect(await log(app)).toContain('open https://example.com/other'));
    expect(app.windows()).toHaveLength(1);
  });
});

describe('what comes from the page', () => {
  it('touches are told; permissions and downloads are as the program says', async () => {
    const { app, page } = await launch();
    await page.keyboard.press('Shift');
    await page.mouse.move(30, 30);
    const states = await page.evaluate(async () => {
      const link = document.createElement('a');
      link.href = 'data:application/octet-stream,x';
      link.download = 'file.bin';
      link.click();
      const names = ['geolocation', 'notifications', 'clipboard-read'] as PermissionName[];
      const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return found.map(({ state }) => state);
    });
    expect(states).toEqual(['denied', 'granted', 'granted']);
    await vi.waitFor(async () =>
      expect(await log(app)).toEqual(
        expect.arrayContaining(['input rawKeyDown', 'input mouseMove', 'will-download file.bin']),
      ),
    );
  });
});

describe('dialogs', () => {
  it('can be answered in the page and replaced by a test', async () => {
    const { app, page } = await launch();
    const asked = page.evaluate(() => (window as unknown as FixturePage).api.invoke('save'));
    const field = page.getByRole('textbox', { name: 'Save as' });
    expect(await field.inputValue()).toBe('/tmp/offered.txt');
    await field.fill('/tmp/chosen.txt');
    await field.press('Enter');
    expect(await asked).toEqual({ canceled: false, filePath: '/tmp/chosen.txt' });
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    });
    const again = await page.evaluate(() => (window as unknown as FixturePage).api.invoke('save'));
    expect(again).toEqual({ canceled: true, filePath: '' });
  });
});

describe('processes', () => {
  it('talk over the parent port and report that they were killed', async () => {
    const { page } = await launch();
    const result = await page.evaluate(() =>
      (window as unknown as FixturePage).api.invoke('utility', { n: 1 }),
    );
    expect(result.answer).toEqual({ got: { n: 1 }, type: 'utility', hasNet: 'function' });
    expect(result.exitCode).not.toBe(0);
  });

  it('let one instance run and tell it of the second', async () => {
    const { app, data } = await launch();
    const second = spawn(electron(), [fixture, `--user-data-dir=${data}`, '--later'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { code, output } = await finish(second);
    expect({ code, output }).toEqual({ code: 0, output: 'second instance leaves\n' });
    await vi.waitFor(async () => expect(await log(app)).toContain('second-instance fixture true'));
  });

  it.runIf(process.platform === 'linux')(
    'start after one that was killed and is still in the list',
    async () => {
      // What the shell left behind has ended, and `sleep`, which it became, never takes it away.
      const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const pid = await new Promise<string>((resolve) => {
          parent.stdout.once('data', (text: Buffer) => resolve(String(text).trim()));
        });
        await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'latin1')).toContain(') Z '));
        const data = newFolder();
        writeFileSync(join(data, 'SingletonLock'), pid);
        const { page } = await launch({}, data);
        expect(await page.title()).not.toBe('');
      } finally {
        parent.kill();
      }
    },
  );

  it('wait for a visitor where pages are only served', async () => {
    const served = spawn(electron(), [fixture, `--user-data-dir=${newFolder()}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = vi.fn();
    const finished = finish(served).then(ended);
    const address = await new Promise<string>((resolve) => {
      served.stdout?.on('data', (text: Buffer) => {
        const [found] = /http:\S+/.exec(String(text)) ?? [];
        if (found) resolve(found);
      });
    });
    // With nothing left to do it would end within a turn of its loop.
    await pause(500);
    expect(ended).not.toHaveBeenCalled();
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
    served.kill();
    await finished;
  });

  it('quit in the documented order, waiting for who prevents it, and leave nothing behind', async () => {
    const { app } = await launch({ FIXTURE_HOLD: '1' });
    const finished = finish(app.process());
    const { pid } = app.process();
    await app.evaluate(({ app: self }) => {
      setTimeout(() => self.quit(), 0);
    });
    closed();
    const { output } = await finished;
    expect(output.match(/event \S+/g)).toEqual([
      'event before-quit',
      'event will-quit',
      'event before-quit',
      'event will-quit',
      'event quit',
    ]);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });
});
