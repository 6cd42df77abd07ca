// Part of the build: what tsc leaves alone, the review page's own files, go to dist as they are.
import { cpSync } from 'node:fs';

const root = new URL('../', import.meta.url);
cpSync(new URL('src/review/assets/', root), new URL('dist/review/assets/', root), {
  recursive: true,
  filter: (source) => !source.endsWith('tsconfig.json'),
});
