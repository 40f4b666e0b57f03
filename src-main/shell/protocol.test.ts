import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
vi.mock('node:fs/promises', { spy: true });
const { defaultSettings } = await import('../../src-shared/bridge/default-settings');
const { readWindowFiles, resolveAsset } = await import('./protocol');

const base = mkdtempSync(join(tmpdir(), 'protocol-'));
afterAll(() => rmSync(base, { recursive: true }));
const root = join(base, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
mkdirSync(join(base, 'renderer-evil'));
writeFileSync(join(root, 'index.html'), '<meta content="__CSP_NONCE__"><meta content="__FACTS__">');
writeFileSync(join(root, 'assets', 'a.js'), 'ok');
writeFileSync(join(base, 'secret.js'), 'sentinel');
writeFileSync(join(base, 'renderer-evil', 'x.js'), 'sentinel');

const operator = { kind: 'remote', url: 'https://operator.by/?a="><b>&$&' } as const;
const facts = { settings: { ...defaultSettings, operator }, sessionKnown: false };
const files = readWindowFiles(root);
const get = (url: string, method = 'GET') => files({ url, method }, facts);

describe('app://cabinet', () => {
  it('serves its own files with their types', async () => {
    const response = await get('app://cabinet/assets/a.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('ok');
  });

  it('reads what its page asks for first before it is asked, and gives that once', async () => {
    const folder = join(base, 'ahead');
    mkdirSync(folder);
    const first = join(folder, 'first.js');
    writeFileSync(join(folder, 'index.html'), '<script src="/first.js"></script><link href="/gone.css">');
    writeFileSync(first, 'ok');
    const ahead = readWindowFiles(folder);
    const ask = (path: string) => ahead({ url: `app://cabinet${path}`, method: 'GET' }, facts);
    const reads = () => vi.mocked(readFile).mock.calls.filter(([path]) => path === first).length;
    await vi.waitFor(() => expect(reads()).toBe(1));
    expect(await (await ask('/first.js')).text()).toBe('ok');
    expect(reads()).toBe(1);
    expect(await (await ask('/first.js')).text()).toBe('ok');
    expect(reads()).toBe(2);
    expect((await ask('/gone.css')).status).toBe(404);
  });

  it('answers pages with the index, a strict policy and a fresh nonce', async () => {
    const [first, second] = await Promise.all([get('app://cabinet/'), get('app://cabinet/subscribers')]);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /nonce-([^']+)'/.exec(policy)?.[1] ?? '?';
    expect(await first.text()).toContain(`<meta content="${nonce}">`);
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
  });

  it('writes what the page must know into it, whatever signs are in it', async () => {
    const [, written = ''] =
      /"><meta content="([^"<>]*)">$/.exec(await (await get('app://cabinet/')).text()) ?? [];
    const signs: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>' };
    expect(JSON.parse(written.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '?'))).toEqual(facts);
  });

  it.each([
    'app://cabinet/%2e%2e/secret.js',
    'app://cabinet/..%2fsecret.js',
    'app://cabinet/..%5csecret.js',
    'app://cabinet/assets/..%2f..%2fsecret.js',
    'app://cabinet/..%2frenderer-evil/x.js',
    'app://cabinet/%00/a.js',
    'app://cabinet/%zz.js',
    'app://other/assets/a.js',
    'app://cabinet.evil/assets/a.js',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    const response = await get(url);
    expect(response.status).not.toBe(200);
    expect(await response.text()).not.toContain('sentinel');
  });

  it('refuses everything but GET and says when a file is absent', async () => {
    expect((await get('app://cabinet/assets/a.js', 'POST')).status).toBe(405);
    expect((await get('app://cabinet/assets/none.js')).status).toBe(404);
    expect(resolveAsset(root, 'app://cabinet/subscribers')).toBe(join(root, 'index.html'));
  });
});
