import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../', import.meta.url));
const packSchema = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

/** Needs the built program (npm test builds it first). */
describe.skipIf(!existsSync(`${root}/dist/cli/main.js`))('the package', () => {
  let files: readonly string[];
  beforeAll(() => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    files = packSchema.parse(JSON.parse(stdout))[0].files.map(({ path }) => path);
  });

  it('holds the program, its grammars and its licence', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'bin/chohyo.js',
        'dist/cli/main.js',
        'dist/reader/worker.js',
        'dist/review/assets/index.html',
        'LICENSE',
        'README.md',
        'package.json',
      ]),
    );
    expect(files.filter((path) => path.startsWith('grammars/')).length).toBeGreaterThan(3);
  });

  it('holds no tests, nor what only they use', () => {
    expect(files.filter((path) => /(^|\/)tests?[-/.]|\.test\./.test(path))).toEqual([]);
  });

  it('holds what its README and documents link to', () => {
    const broken: string[] = [];
    for (const document of files.filter((path) => path.endsWith('.md') && !path.startsWith('docs/examples/'))) {
      const text = readFileSync(`${root}/${document}`, 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const path = posix.normalize(posix.join(posix.dirname(document), target)).replace(/\/$/, '');
        if (!files.some((file) => file === path || file.startsWith(`${path}/`))) broken.push(`${document} links to ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });
});
