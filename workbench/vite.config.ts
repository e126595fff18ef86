import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite build workbench`: static files under /workbench/ that a strict content security policy can serve. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // No data: scripts or fonts; the icon stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/information': 'http://127.0.0.1:8080' } },
});
