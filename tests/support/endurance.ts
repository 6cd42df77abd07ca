/** What the built program does with many damaged files, and with being killed. The tests run some, the scripts many. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { mutant, seeded } from './damage.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const launcher = join(root, 'bin/chohyo.js');
const fixture = (name: string): string => join(root, 'fixtures', name);

/** Small ones of several producers. */
const FIXTURES = [
  'higashimurayama/r3-shimin/direct.pdf',
  'higashimurayama/r3-shimin/calc.pdf',
  'higashimurayama/r1-keieiseisaku/chromium.pdf',
  'kokubunji/r4-shiminseikatsu/writer.pdf',
  'kokubunji/r4-shiminseikatsu/direct.pdf',
] as const;

const reportSchema = z.object({ file: z.string(), status: z.string(), error: z.object({ code: z.string() }).optional() });

export interface Endured {
  /** How many files, or kills. */
  readonly count: number;
  /** How often each came: `stored`, `E_BROKEN_PDF`, … */
  readonly outcomes: Readonly<Record<string, number>>;
  /** A sentence each; none when all is well. */
  readonly complaints: readonly string[];
}

function inNewFolder<T>(action: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'chohyo-endurance-'));
  const tidy = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const result = action(folder);
    if (!(result instanceof Promise)) tidy();
    else void result.finally(tidy).catch(() => undefined);
    return result;
  } catch (error) {
    tidy();
    throw error;
  }
}

/** So many mutants in one `ingest`, a sound file after every tenth: each has its report, sound ones are read, nothing else is said. */
export function endureMutants(count: number): Endured {
  return inNewFolder((folder) => {
    const inputs = join(folder, 'in');
    mkdirSync(inputs);
    const sound = new Set<string>();
    for (let seed = 0; seed < count; seed++) {
      const source = FIXTURES[seed % FIXTURES.length] ?? FIXTURES[0];
      const name = String(seed).padStart(4, '0');
      writeFileSync(join(inputs, `${name}.pdf`), mutant(new Uint8Array(readFileSync(fixture(source))), seed));
      if (seed % 10 !== 9) continue;
      sound.add(join(inputs, `${name}-sound.pdf`));
      // A comment at the end makes it a document of its own.
      writeFileSync(join(inputs, `${name}-sound.pdf`), Buffer.concat([readFileSync(fixture(FIXTURES[0])), Buffer.from(`%${seed}\n`)]));
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'ingest', inputs, '--db', join(folder, 'a.sqlite'), '--json', '--jobs', '2'], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    const complaints: string[] = [];
    if (status !== 0 && status !== 3) complaints.push(`status ${status}`);
    for (const line of stderr.split('\n')) if (line !== '' && !line.startsWith('{"error":')) complaints.push(`on stderr: ${line}`);
    const outcomes: Record<string, number> = {};
    const told = new Set<string>();
    for (const line of stdout.split('\n').filter((text) => text !== '')) {
      const { file, status: became, error } = reportSchema.parse(JSON.parse(line));
      if (became === 'superseded') continue;
      told.add(file);
      const outcome = error?.code ?? became;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (outcome === 'E_INTERNAL') complaints.push(`${file}: ${line}`);
      if (sound.has(file) && became !== 'stored') complaints.push(`${file} is sound, but: ${line}`);
    }
    for (const name of readdirSync(inputs)) if (!told.has(join(inputs, name))) complaints.push(`${name}: no word of it`);
    return { count, outcomes, complaints };
  });
}

/** Kills `ingest` (SIGKILL) at so many moments; whenever it comes to its end, the export must be that of a run left alone. */
export function endureKills(count: number, seed = 1): Promise<Endured> {
  return inNewFolder(async (folder) => {
    const inputs = join(folder, 'in');
    mkdirSync(inputs);
    for (const name of FIXTURES) copyFileSync(fixture(name), join(inputs, name.replaceAll('/', '-')));
    const random = seeded(seed);
    const complaints: string[] = [];
    const outcomes: Record<string, number> = { killed: 0, completed: 0 };

    const startedAt = performance.now();
    await ingest(inputs, join(folder, 'alone.sqlite'));
    const took = performance.now() - startedAt;
    const expected = exported(join(folder, 'alone.sqlite'));

    let round = 0;
    const database = (): string => join(folder, `${round}.sqlite`);
    const compare = (): void => {
      outcomes['completed'] = (outcomes['completed'] ?? 0) + 1;
      const got = exported(database());
      for (const name of new Set([...Object.keys(expected), ...Object.keys(got)]))
        if (got[name] !== expected[name]) complaints.push(`${name} differs after kills (round ${round})`);
      round += 1;
    };
    while ((outcomes['killed'] ?? 0) < count) {
      if (await ingest(inputs, database(), random(Math.ceil(took)))) compare();
      else outcomes['killed'] = (outcomes['killed'] ?? 0) + 1;
    }
    await ingest(inputs, database());
    compare();
    return { count, outcomes, complaints };
  });
}

/** True when it came to its end before it was killed. */
function ingest(inputs: string, db: string, killAfter?: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, 'ingest', inputs, '--db', db, '--jobs', '2', '--quiet'], { stdio: 'ignore' });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === null);
    });
  });
}

function exported(db: string): Readonly<Record<string, string>> {
  const out = `${db}.out`;
  const { status, stderr } = spawnSync(process.execPath, [launcher, 'export', '--db', db, '--out', out, '--all'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}
