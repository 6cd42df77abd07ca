import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locate } from '../files/names.js';
import { findInputs, readInput } from './inputs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-inputs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nothing = new PassThrough().end();
/** 「表.pdf」 as a ZIP file from a Japanese Windows leaves it on the disk. */
const shiftJis = Buffer.from([0x95, 0x5c, 0x2e, 0x70, 0x64, 0x66]);
const pathOf = (name: Buffer): Buffer => Buffer.concat([Buffer.from(`${folder}/`), name]);
const isPosix = process.platform !== 'win32';

describe('what is read', () => {
  it.skipIf(!isPosix)('is only regular files of a folder: a pipe in their place is named, not waited for', async () => {
    spawnSync('mkfifo', [join(folder, 'pipe.pdf')]);
    writeFileSync(join(folder, 'a.pdf'), 'a');
    const { inputs, failures } = await findInputs([folder]);
    expect(inputs.map(({ path }) => path)).toEqual([join(folder, 'a.pdf')]);
    expect(failures.map(({ message }) => message)).toEqual([`${join(folder, 'pipe.pdf')} is no regular file but a pipe or a device`]);
  });

  it.skipIf(!isPosix)('follows links to files, but not to devices', async () => {
    writeFileSync(join(folder, 'a.txt'), 'a');
    symlinkSync(join(folder, 'a.txt'), join(folder, 'link.pdf'));
    symlinkSync('/dev/zero', join(folder, 'zero.pdf'));
    const { inputs, failures } = await findInputs([folder]);
    expect(inputs.map(({ path }) => path)).toEqual([join(folder, 'link.pdf')]);
    expect(failures).toHaveLength(1);
  });

  it.skipIf(!isPosix)('ends at the limit, whatever kind of input it is', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536);
      })(),
    );
    writeFileSync(join(folder, 'big.pdf'), Buffer.alloc(1024 * 1024 + 1));
    for (const input of [{ path: '/dev/zero' }, { path: '-' }, { path: join(folder, 'big.pdf') }]) {
      const read = await readInput(input, endless, { megabytes: 1 });
      expect(read.ok ? read : read.failure).toMatchObject({ code: 'E_LIMIT_SIZE', message: expect.stringContaining('more than 1 MB') });
    }
  });

  it('is all of it up to the limit', async () => {
    writeFileSync(join(folder, 'a.pdf'), Buffer.alloc(1024 * 1024));
    expect((await readInput({ path: join(folder, 'a.pdf') }, nothing, { megabytes: 1 })).ok).toBe(true);
    expect((await readInput({ path: '-' }, Readable.from([Buffer.alloc(1024 * 1024)]), { megabytes: 1 })).ok).toBe(true);
  });
});

describe.skipIf(process.platform !== 'linux')('a file whose name is not UTF-8', () => {
  it('is found in its folder, read, and named by what its bytes spell', async () => {
    writeFileSync(pathOf(shiftJis), 'text');
    const { inputs, failures } = await findInputs([folder]);
    expect({ paths: inputs.map(({ path }) => path), failures }).toEqual({ paths: [join(folder, '表.pdf')], failures: [] });
    const [input] = inputs;
    const read = input && (await readInput(input, nothing));
    expect(read?.ok === true && [read.value.sourceFile, Buffer.from(read.value.bytes).toString()]).toEqual(['表.pdf', 'text']);
  });

  it('is another file than one of the same name in UTF-8', async () => {
    writeFileSync(pathOf(shiftJis), 'one');
    writeFileSync(join(folder, '表.pdf'), 'other');
    expect((await findInputs([folder])).inputs).toHaveLength(2);
  });

  it('is found below a folder whose name is not UTF-8 either', async () => {
    mkdirSync(pathOf(shiftJis));
    writeFileSync(Buffer.concat([pathOf(shiftJis), Buffer.from('/a.pdf')]), 'text');
    const { inputs } = await findInputs([folder]);
    expect(inputs.map(({ path }) => path)).toEqual([join(folder, '表.pdf', 'a.pdf')]);
    expect(inputs[0] && (await readInput(inputs[0], nothing)).ok).toBe(true);
  });

  it('is found when it is named on the command line, where its name has arrived garbled', async () => {
    writeFileSync(pathOf(shiftJis), 'text');
    const garbled = join(folder, shiftJis.toString('utf8'));
    expect(garbled).toContain('\ufffd');
    expect((await findInputs([garbled])).inputs.map(({ path }) => path)).toEqual([join(folder, '表.pdf')]);
  });

  it('is not guessed at when two names arrive alike', () => {
    writeFileSync(pathOf(Buffer.from([0xff, 0x2e])), '');
    writeFileSync(pathOf(Buffer.from([0xfe, 0x2e])), '');
    expect(locate(join(folder, '\ufffd.'))).toEqual({ path: join(folder, '\ufffd.') });
  });
});
