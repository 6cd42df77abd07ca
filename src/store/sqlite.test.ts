import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadSqlite, versionFor } from './sqlite.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A place where this version of `better-sqlite3` consists of this program. */
function installed(version: string, program: string): URL {
  const home = mkdtempSync(join(folder, 'home-'));
  const place = join(home, 'node_modules', 'better-sqlite3');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), `{ "version": "${version}", "main": "index.js" }`);
  writeFileSync(join(place, 'index.js'), program);
  return pathToFileURL(join(home, 'package.json'));
}

/** A package whose addon fails to load as the first database is opened, with this message. */
const failing = (version: string, message: string): URL =>
  installed(version, `module.exports = class { constructor() { throw new Error(${JSON.stringify(message)}); } }; module.exports.SqliteError = Error;`);

function failureOf(version: 12 | 13, home: URL): { code: string; message: string; remedy: string } {
  const loaded = loadSqlite(version, home);
  if (loaded.ok) throw new Error('it loaded');
  return loaded.failure;
}

const node = process.versions.node;

describe('better-sqlite3 in the version that fits the Node', () => {
  it('is 13 from Node-API 10 on, 12 before: 13 is a segmentation fault on Node 20 and 22.12, both Node-API 9', () => {
    expect([8, 9, 10, 11].map(versionFor)).toEqual([12, 12, 13, 13]);
  });

  it('is the one that is loaded on this Node', () => {
    const loaded = loadSqlite();
    if (!loaded.ok) throw new Error(loaded.failure.message);
    const db = new loaded.value(':memory:');
    expect(db.prepare('SELECT 1 + 1').pluck().get()).toBe(2);
    db.close();
  });

  it('survives the collection of its statements, on which 12 aborts under Node 24.19 and newer', () => {
    const loaded = loadSqlite();
    if (!loaded.ok) throw new Error(loaded.failure.message);
    const db = new loaded.value(':memory:');
    let sum = 0;
    for (let i = 0; i < 20_000; i += 1)
      sum += Number(
        db
          .prepare(`SELECT ${i % 2}`)
          .pluck()
          .get(),
      );
    expect(sum).toBe(10_000);
    db.close();
  });

  it('built for another Node is one line with the remedy', () => {
    const home = failing(
      '12.11.1',
      "The module '/x/better_sqlite3.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115. This version of Node.js requires\nNODE_MODULE_VERSION 127.",
    );
    expect(failureOf(12, home)).toEqual({
      code: 'E_SQLITE_ADDON',
      message: `better-sqlite3 12, which Node ${node} needs, was built for another Node`,
      remedy: 'Run "npm rebuild" where chohyo is installed.',
    });
  });

  it('absent is one line with the remedy', () => {
    const absent = {
      code: 'E_SQLITE_ADDON',
      message: `better-sqlite3 13, which Node ${node} needs, is not installed, perhaps because npm ran on another Node`,
      remedy: 'Run "npm rebuild" where chohyo is installed.',
    };
    expect(failureOf(13, pathToFileURL(join(folder, 'package.json')))).toEqual(absent);
    expect(failureOf(13, failing('13.2.0', 'Could not locate the bindings file. Tried:\n → /x/better_sqlite3.node'))).toEqual(absent);
  });

  it('is never the other version that stands in a folder above: each ends the process on the Nodes of the other', () => {
    for (const [version, other] of [
      [12, '13.2.0'],
      [13, '12.11.1'],
    ] as const) {
      const above = installed(other, 'throw new Error("loaded")');
      expect(failureOf(version, new URL('sqlite/package.json', above)).message).toContain('is not installed');
    }
  });

  it('that cannot be loaded says why, in one line', () => {
    const { code, message } = failureOf(13, failing('13.2.0', "/lib/libc.so.6: version `GLIBC_2.34' not found\nmore"));
    expect({ code, message }).toEqual({
      code: 'E_SQLITE_ADDON',
      message: `better-sqlite3 13, which Node ${node} needs, cannot be loaded (/lib/libc.so.6: version \`GLIBC_2.34' not found)`,
    });
    expect(failureOf(13, installed('13.2.0', 'module.exports = {};')).message).toContain('is something else');
  });
});

describe('the package', () => {
  const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

  it('has each version in a folder of its own, and neither among its dependencies, where npm would call a compiler', () => {
    for (const version of [12, 13]) {
      expect(json(`../../sqlite/${version}/package.json`)).toMatchObject({
        dependencies: { 'better-sqlite3': expect.stringMatching(new RegExp(`^${version}\\.\\d+\\.\\d+$`)) },
      });
    }
    const lock = z.object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) });
    const { packages } = lock.parse(json('../../package-lock.json'));
    expect(Object.keys(packages)).not.toContain('node_modules/better-sqlite3');
    // esbuild's script and fsevents' only look after what an optional dependency has brought already.
    const scripted = Object.keys(packages).filter((path) => path !== '' && packages[path]?.hasInstallScript === true);
    expect(scripted.filter((path) => !/\/(esbuild|fsevents)$/.test(path))).toEqual([]);
  });
});
