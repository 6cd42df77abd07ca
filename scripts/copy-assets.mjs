// Part of the build: what tsc leaves alone, the pages' own files, go to dist as they are.
import { cpSync } from 'node:fs';

const root = new URL('../', import.meta.url);
for (const room of ['review', 'inspect']) {
  cpSync(new URL(`src/${room}/assets/`, root), new URL(`dist/${room}/assets/`, root), {
    recursive: true,
    filter: (source) => !source.endsWith('tsconfig.json'),
  });
}
