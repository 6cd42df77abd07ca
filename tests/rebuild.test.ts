import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const documents = ['higashimurayama/r1-keieiseisaku/direct.pdf', 'kokubunji/r4-shiminseikatsu/direct.pdf', 'kokubunji/r4-shiminseikatsu/calc.pdf'].map((path) =>
  join(root, 'fixtures', path),
);

/** Needs the built program (npm test builds it first): it is the threads of the real reader that might race. */
it.skipIf(!existsSync(join(root, 'dist/cli/main.js')))(
  'rebuilding from the same PDFs gives byte-identical files, whatever the order and the number of jobs',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'chohyo-rebuild-'));
    const build = (name: string, paths: readonly string[], jobs: string): string => {
      const chohyo = (...argv: readonly string[]): void => {
        const { status } = spawnSync(process.execPath, [join(root, 'bin/chohyo.js'), ...argv], { encoding: 'utf8' });
        expect(status).toBe(0);
      };
      const db = join(folder, `${name}.sqlite`);
      chohyo('ingest', ...paths, '--db', db, '--jobs', jobs);
      chohyo('export', '--db', db, '--all', '--out', join(folder, name));
      return join(folder, name);
    };
    try {
      const one = build('one', documents, '1');
      const other = build('other', documents.toReversed(), '3');
      expect(readdirSync(other)).toEqual(readdirSync(one));
      for (const file of readdirSync(one)) expect(readFileSync(join(other, file)).equals(readFileSync(join(one, file))), file).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
