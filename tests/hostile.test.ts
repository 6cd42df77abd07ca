/**
 * Slow on purpose: each file ends at a limit, or is read in a time that grows with its size. The time limit
 * given is many times what they take; without the rules they take minutes, or all the memory.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { hostileFiles } from './support/hostile.js';

const root = fileURLToPath(new URL('../', import.meta.url));

const reportSchema = z.object({ status: z.string(), error: z.object({ code: z.string() }).optional() });

/** Needs the built program (npm test builds it first): threads have other stacks and heaps than a test. */
it.skipIf(!existsSync(join(root, 'dist/cli/main.js')))(
  'files made to exhaust their reader end at a limit, with nothing printed but that, and the sound file after them is read',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'chohyo-hostile-'));
    try {
      const names = hostileFiles.map(({ bytes }, index) => {
        const path = join(folder, `${String(index).padStart(2, '0')}.pdf`);
        writeFileSync(path, bytes());
        return path;
      });
      copyFileSync(join(root, 'fixtures/higashimurayama/r3-shimin/direct.pdf'), join(folder, 'sound.pdf'));
      const argv = ['ingest', folder, '--dry-run', '--json', '--jobs', '2', '--timeout', '100'];
      const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/chohyo.js'), ...argv], { encoding: 'utf8' });
      const reports = stdout
        .trimEnd()
        .split('\n')
        .map((line) => reportSchema.parse(JSON.parse(line)));
      expect(reports.map(({ status, error }) => error?.code ?? status)).toEqual([...hostileFiles.map(({ code }) => code), 'read']);
      const told = stderr.trimEnd().split('\n');
      expect(told).toHaveLength(names.length);
      for (const line of told) expect(line).toMatch(/^\{"error":/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  600_000,
);
