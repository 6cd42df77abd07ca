import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo, fileOf } from '../../tests/support/run-chohyo.js';
import { openConsole } from './console.js';
import { sampleRecords } from '../../tests/support/sample-records.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-terminal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Clears the screen, rings, sets the colour as C1, turns the order round. */
const EVIL = '\u001b[2J\u0007\u009b31m\u202e';
const SHOWN = '\\u001b[2J\\u0007\\u009b31m\\u202e';
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/;

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** On a terminal; a dumb one, so that no progress bar is drawn with escape sequences of our own. */
const onTerminal = (...argv: readonly string[]) => chohyo(argv, { terminal: true, env: { TERM: 'dumb' } });
const tables = (text: string): string =>
  `tables ${JSON.stringify({ kind: 'tables', tables: [{ page: 1, bbox: [0, 0, 1, 1], rows: [[text, 'b']], spans: [], confidence: 1 }], problems: [] })}`;

describe.skipIf(process.platform === 'win32')('what a file says never reaches a terminal as a command', () => {
  it('not by the name of a file, in summary, messages and JSON', async () => {
    const good = put(`${EVIL}\n.pdf`, fileOf(sampleRecords()));
    const bad = put(`bad${EVIL}.pdf`, '<html>');
    for (const argv of [['--json'], []]) {
      const { stdout, stderr } = await onTerminal('ingest', good, bad, '--db', join(folder, `${argv.length}.sqlite`), ...argv);
      for (const said of [stdout, stderr]) {
        expect(said).not.toMatch(OBEYED);
        expect(said).toContain(SHOWN);
      }
      if (argv.length === 0) expect(stdout).toContain(`${SHOWN}\\u000a.pdf`);
    }
  });

  it.each(['json', 'csv', 'markdown'])('not by the text of a table as %s', async (format) => {
    const { stdout } = await onTerminal('tables', put('a.pdf', tables(`${EVIL}表`)), '--format', format);
    expect(stdout).not.toMatch(OBEYED);
    expect(stdout).toContain(`${SHOWN}表`);
  });

  it.each(['csv', 'jsonl'])('not by an exported table as %s', async (format) => {
    const db = join(folder, 'a.sqlite');
    const records = sampleRecords();
    await chohyo(['ingest', put('a.pdf', fileOf({ ...records, items: records.items.map((item) => ({ ...item, result: `${EVIL}結果` })) })), '--db', db]);
    const { stdout } = await onTerminal('export', '--db', db, '--table', 'items', '--format', format);
    expect(stdout).not.toMatch(OBEYED);
    expect(stdout).toContain(`${SHOWN}結果`);
  });

  it('into a file or pipe everything goes as it is', async () => {
    const { stdout } = await chohyo(['tables', put('a.pdf', tables(`${EVIL}表`)), '--format', 'csv']);
    expect(stdout).toContain(`${EVIL}表`);
  });

  it('colours of our own do', () => {
    const said: string[] = [];
    const stdout = Object.assign(
      new Writable({
        write(chunk: Buffer, _, done) {
          said.push(chunk.toString());
          done(null);
        },
      }),
      { isTTY: true },
    );
    const console = openConsole({ stdin: Readable.from([]), stdout, stderr: stdout, env: {} }, { quiet: false, debug: false, json: false, language: 'en' });
    console.result(console.paint('bold', `${EVIL}表`));
    expect(said.join('')).toBe(`\u001b[1m${SHOWN}表\u001b[22m`);
  });
});
