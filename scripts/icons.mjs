// `node scripts/icons.mjs`: draws resources/icons/icon.png (1024 px) from the SVG with the system's Chromium.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './lib/setup.mjs';

const svg = readFileSync(join(root, 'resources/icons/icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.SIP_CABINET_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });
await page.setContent(`<style>body{margin:0}svg{display:block;width:1024px;height:1024px}</style>${svg}`);
await page.screenshot({ path: join(root, 'resources/icons/icon.png'), omitBackground: true });
await browser.close();
