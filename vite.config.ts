import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The window's page. It is served from `app://cabinet/`, so its files are addressed from the root. */
export default defineConfig({
  root: folder('src-renderer'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: folder('out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Inlined fonts and images would need «data:» in the page's CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
