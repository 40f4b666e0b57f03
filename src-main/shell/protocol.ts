import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type Protocol, protocol } from 'electron';
import type { PageFacts } from '../../src-shared/bridge/page-facts';

export const SCHEME = 'app';
export const HOST = 'cabinet';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_URL = `${ORIGIN}/`;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Must run before the app is ready, once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Own scripts, fonts and images only; styles that the component kit adds at run time carry the page's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The file below `root` that a URL of the cabinet names, or null when the URL leaves the folder
 * or belongs to another host. A path without an extension is a page of the window: the index answers it.
 */
export function resolveAsset(root: string, url: string): string | null {
  const { protocol: scheme, host, pathname } = new URL(url);
  if (scheme !== `${SCHEME}:` || host !== HOST) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(root, extname(path) ? path : 'index.html'));
  return file.startsWith(normalize(root) + sep) ? file : null;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const asAttribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** Answers a request of the window; everything but its pages needs no facts. */
export type WindowFiles = (request: { method: string; url: string }, facts: PageFacts) => Promise<Response>;

/** What a page asks for at once. */
const FIRST_FILES = /(?:src|href)="(\/[^"]+)"/g;

/**
 * The window's files in `root`. What its page asks for first is read now, to be given once: while the window's
 * process starts, this one has nothing else to do.
 */
export function readWindowFiles(root: string): WindowFiles {
  const ahead = new Map<string, Promise<Response>>();
  readFile(join(root, 'index.html'), 'utf8').then(
    (page) => {
      for (const [, path] of page.matchAll(FIRST_FILES)) {
        const file = resolveAsset(root, ORIGIN + path);
        if (file) ahead.set(file, fileAnswer(file));
      }
    },
    // Whoever asks for the page hears of it.
    () => undefined,
  );
  return async (request, facts) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const file = resolveAsset(root, request.url);
    if (!file) return new Response(null, { status: 403 });
    if (extname(file) === '.html') return pageAnswer(file, facts);
    const ready = ahead.get(file);
    ahead.delete(file);
    return ready ?? fileAnswer(file);
  };
}

const headersOf = (file: string): Record<string, string> => ({
  'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
  'x-content-type-options': 'nosniff',
});

async function fileAnswer(file: string): Promise<Response> {
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: headersOf(file) });
  } catch {
    return new Response(null, { status: 404 });
  }
}

async function pageAnswer(file: string, facts: PageFacts): Promise<Response> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return new Response(null, { status: 404 });
  }
  const nonce = randomBytes(16).toString('base64');
  const page = text
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('__THEME__', facts.settings.theme)
    // By a function: a text would be searched for «$».
    .replace('__FACTS__', () => asAttribute(JSON.stringify(facts)));
  return new Response(page, {
    headers: {
      ...headersOf(file),
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
  });
}

/** Serves the window's files under app://cabinet/. */
export function serveWindowFiles(target: Protocol, files: WindowFiles, facts: () => PageFacts): void {
  target.handle(SCHEME, (request) => files(request, facts()));
}
