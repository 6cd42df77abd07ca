import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { openForWriting } from '../store/database.js';
import { writeDocument } from '../store/write.js';
import { buildCommandLine } from './main.js';
import { programVersion } from './program.js';

const launcher = fileURLToPath(new URL('../../bin/chohyo.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-main-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function commands(): readonly CommandUnknownOpts[] {
  const silent = new PassThrough();
  const { program } = buildCommandLine({ stdin: silent, stdout: silent, stderr: silent, env: {} });
  const below = (command: CommandUnknownOpts): CommandUnknownOpts[] => [command, ...command.commands.flatMap(below)];
  return below(program);
}

describe('the command line', () => {
  it('knows the commands of the contract', () => {
    const names = commands().map((command) => command.name());
    expect(names).toEqual(expect.arrayContaining(['ingest', 'export', 'check', 'inspect', 'grammar', 'list', 'show', 'validate']));
  });

  it('has a sentence for every command, argument and option', () => {
    for (const command of commands()) {
      expect(command.description(), command.name()).toMatch(/[.]$/);
      for (const option of command.options) expect(option.description.length, `${command.name()} ${option.flags}`).toBeGreaterThan(10);
      for (const argument of command.registeredArguments) expect(argument.description.length, `${command.name()} ${argument.name()}`).toBeGreaterThan(5);
    }
  });

  it.each([[['--help']], [['ingest', '--help']], [['grammar', 'list', '--help']]])('helps everywhere: %j', async (argv) => {
    const { status, stdout, stderr } = await chohyo(argv);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: chohyo/);
    expect(stdout).toContain('--quiet');
  });

  it('tells its version everywhere', async () => {
    expect(await chohyo(['--version'])).toEqual({ status: 0, stdout: `${programVersion()}\n`, stderr: '' });
    expect((await chohyo(['export', '--version'])).stdout).toBe(`${programVersion()}\n`);
  });

  it.each([
    [['ingets', 'a.pdf'], 'E_USAGE', "unknown command 'ingets' (Did you mean ingest?)"],
    [['ingest', '--jbos', '2', 'a.pdf'], 'E_USAGE', "unknown option '--jbos' (Did you mean --jobs?)"],
    [['ingest'], 'E_USAGE', "missing required argument 'path'"],
    [['ingest', 'a.pdf', '--jobs', '0'], 'E_USAGE', "option '--jobs <n>' argument '0' is invalid. It must be a whole number from 1."],
    [['export', '--year', 'R3'], 'E_USAGE', 'It must be a western year of four digits, like 2023.'],
    [['export', '--format', 'xml'], 'E_USAGE', 'Allowed choices are csv, jsonl, xlsx.'],
    [['grammar', 'show', 'atlantis'], 'E_UNKNOWN_GRAMMAR', 'there is no grammar atlantis'],
  ])('answers wrong usage with one line and status 2: %j', async (argv, code, message) => {
    const { status, stdout, stderr } = await chohyo(argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^chohyo: ${code}: .*\\n$`));
    expect(stderr).toContain(message);
  });

  it('says what it can do when asked nothing, with status 2', async () => {
    const { status, stderr } = await chohyo([]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Usage: chohyo/);
  });

  it('shows no stack, but for --debug', async () => {
    const argv = ['grammar', 'validate', folder];
    const spoken = await chohyo(['export', '--table', 'items', '--db', folder]);
    expect(spoken.stderr.split('\n')).toHaveLength(2);
    expect((await chohyo([...argv, '--debug'])).status).toBe(4);
    expect((await chohyo(['export', '--out', '/dev/null/x', '--db', database(), '--debug'])).stderr).toMatch(/\n {4}at /);
    expect((await chohyo(['export', '--out', '/dev/null/x', '--db', database()])).stderr).not.toMatch(/\n {4}at /);
  });
});

describe('grammar', () => {
  it('lists the grammars with their municipality', async () => {
    const { status, stdout } = await chohyo(['grammar', 'list']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^id +version +code +municipality +title\n/);
    expect(stdout).toMatch(/ 132136 +東村山市 /);
  });

  it('shows a grammar that validates', async () => {
    const id = (await chohyo(['grammar', 'list'])).stdout.split('\n')[1]?.split(' ')[0] ?? '';
    const path = join(folder, 'own.yaml');
    writeFileSync(path, (await chohyo(['grammar', 'show', id])).stdout);
    const { status, stdout } = await chohyo(['grammar', 'validate', path]);
    expect(status).toBe(0);
    expect(stdout).toContain(`${path}: ${id} `);
  });

  it('names file and line of what is wrong, and tells some wrong from all wrong', async () => {
    const wrong = join(folder, 'wrong.yaml');
    writeFileSync(wrong, 'id: x\ntitle: [\n');
    const right = join(folder, 'right.yaml');
    const id = (await chohyo(['grammar', 'list'])).stdout.split('\n')[1]?.split(' ')[0] ?? '';
    writeFileSync(right, (await chohyo(['grammar', 'show', id])).stdout);
    const { status, stdout, stderr } = await chohyo(['grammar', 'validate', wrong]);
    expect(status).toBe(4);
    expect(stdout).toMatch(/^.*wrong\.yaml:\d+: /);
    expect(stderr).toMatch(/^chohyo: E_GRAMMAR: .*wrong\.yaml:\d+: /);
    expect((await chohyo(['grammar', 'validate', wrong, right])).status).toBe(3);
  });
});

describe('--grammars', () => {
  const own = (id: string): string =>
    `id: ${id}\ntitle: 自前の様式\nversion: "1"\nmunicipality: { code: "132195", name: 試験市 }\ndocument: { title: ['^(?<title>シート)$'] }\nitems: { each: row, columns: { item_no: No., title: 項目 } }\n`;

  function folderOf(...ids: readonly string[]): string {
    const grammars = join(folder, 'grammars');
    mkdirSync(grammars);
    for (const [index, id] of ids.entries()) writeFileSync(join(grammars, `${index}.yaml`), own(id));
    return grammars;
  }

  it('adds the grammars of a folder to those of the program', async () => {
    const grammars = folderOf('eigen');
    const builtin = (await chohyo(['grammar', 'list'])).stdout.trim().split('\n').length;
    const { status, stdout } = await chohyo(['grammar', 'list', '--grammars', grammars]);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(builtin + 1);
    expect((await chohyo(['grammar', 'show', 'eigen', '--grammars', grammars])).stdout).toBe(own('eigen'));
  });

  it("takes a grammar of one's own for the program's of the same id", async () => {
    const grammars = folderOf('machida-kabetsu-keiei');
    expect((await chohyo(['grammar', 'show', 'machida-kabetsu-keiei', '--grammars', grammars])).stdout).toBe(own('machida-kabetsu-keiei'));
  });

  it('refuses a folder that is not there, one without grammars, one with a wrong grammar, and two grammars of one id', async () => {
    const said = async (path: string): Promise<string> => (await chohyo(['grammar', 'list', '--grammars', path])).stderr;
    expect(await said(join(folder, 'none'))).toContain('E_NOT_FOUND');
    expect(await said(folder)).toContain('holds no grammar');
    const grammars = folderOf('twin', 'twin');
    expect(await said(grammars)).toContain('are both the grammar twin');
    writeFileSync(join(grammars, '1.yaml'), 'id: x\n');
    expect(await said(grammars)).toMatch(/E_GRAMMAR: .*1\.yaml:1: /u);
  });

  it.each(['ingest', 'check', 'inspect'])('is known to %s, which refuses a folder that is not there', async (command) => {
    const { status, stderr } = await chohyo([command, folder, '--grammars', join(folder, 'none')]);
    expect(status).toBe(2);
    expect(stderr).toContain('no such folder of grammars');
  });
});

describe('inspect', () => {
  it('prints for people, or one JSON object', async () => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'x');
    expect(await chohyo(['inspect', path])).toEqual({ status: 0, stdout: 'looked into a.pdf\n', stderr: '' });
    expect(await chohyo(['inspect', path, '--json'])).toEqual({ status: 0, stdout: '{"pages":1}\n', stderr: '' });
    expect((await chohyo(['inspect', join(folder, 'none.pdf')])).status).toBe(4);
  });
});

/** The built program, as users start it: `npm test` builds it first. */
describe.skipIf(!existsSync(new URL('../../dist/cli/main.js', import.meta.url)))('the launcher', () => {
  it('answers --help without loading pdf.js, kuromoji or SQLite', () => {
    const trace = join(folder, 'trace.mjs');
    writeFileSync(
      trace,
      `import { register } from 'node:module';
       register('data:text/javascript,' + encodeURIComponent(\`
         import { writeSync } from 'node:fs';
         export async function resolve(specifier, context, next) { const found = await next(specifier, context); writeSync(2, found.url + '\\\\n'); return found; }
       \`));`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', trace, launcher, '--help'], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: chohyo/);
    expect(stderr).toContain('/dist/cli/main.js');
    expect(stderr).toContain('/node_modules/@commander-js/');
    for (const heavy of ['pdfjs-dist', 'kuromoji', 'better-sqlite3', 'fast-csv', '/yaml/', '/zod/', '/dist/pdf/', '/dist/grammar/']) {
      expect(stderr).not.toContain(heavy);
    }
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${launcher}" export --db "${database(3000)}" --table items | head -n 1`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.resume();
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  it('reads a PDF that is none: one line, status 4, nothing left behind', () => {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, '<!DOCTYPE html><html><body>404</body></html>');
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'ingest', path, '--quiet'], { encoding: 'utf8', cwd: folder });
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toMatch(/^chohyo: E_NOT_A_PDF: .*page\.pdf.*\n$/);
    expect(readdirSync(folder)).toEqual(['page.pdf']);
  });
});

/** A database with one document of so many items. */
function database(items = 1): string {
  const path = join(folder, `${items}.sqlite`);
  const opened = openForWriting(path);
  if (!opened.ok) throw new Error(opened.failure.message);
  const records = sampleRecords();
  const [first] = records.items;
  if (first === undefined) throw new Error('the sample has no item');
  const many = Array.from({ length: items }, (_, index) => ({ ...first, item_id: `${first.document_id}-1-${index + 1}` }));
  writeDocument(opened.value, { ...records, document: { ...records.document, items }, items: many }, 'reader');
  opened.value.close();
  return path;
}
