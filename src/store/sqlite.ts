/**
 * SQLite for Node: better-sqlite3, in the version that fits the Node that runs.
 *
 * No one version runs everywhere. 13 is built on Node-API 10 and brings its binaries along, nothing to compile; on a Node
 * that has Node-API 9 only (20, and 22 before 22.14) it is a segmentation fault. 12 is compiled for one Node and aborts
 * on Node 24.19 and newer, when a statement is collected. So each has a folder and a lock file of its own under
 * `sqlite/`, and `sqlite/install.mjs` fills, during `npm ci`, the one that this Node needs.
 *
 * Neither is among the package's dependencies: npm 10 would compile 12 there, for minutes, on Nodes that never
 * load it, and would call node-gyp for 13 (it overlooks `gypfile: false` when it installs from a lock file), which fails
 * where there is no Python, upon which npm drops an optional dependency without a word.
 */
import { createRequire } from 'node:module';
import type SqliteDatabase from 'better-sqlite3';
import type { Failure, Result } from '../model/errors.js';

export type Sqlite = typeof SqliteDatabase;

/** The Node-API that 13 is built on (`NAPI_VERSION` in its binding.gyp): Node 22.14, 23.6 and newer. As in install.mjs. */
const NODE_API_OF_13 = 10;

/** The version of better-sqlite3 that a Node with this Node-API can run. */
export function versionFor(nodeApi: number): 12 | 13 {
  return nodeApi >= NODE_API_OF_13 ? 13 : 12;
}

/**
 * Loads better-sqlite3 and its addon. `E_SQLITE_ADDON` when it is not installed, or not for this Node.
 * @param home a file in the folder from which the package is looked up; by default the one that belongs to `version`.
 */
export function loadSqlite(
  version: 12 | 13 = versionFor(Number(process.versions.napi)),
  home: URL = new URL(`../../sqlite/${version}/package.json`, import.meta.url),
): Result<Sqlite> {
  try {
    const load = createRequire(home);
    // The look-up goes on in the folders above, where another program may have the other version.
    const manifest: unknown = load('better-sqlite3/package.json');
    if (!isVersion(manifest, version)) return { ok: false, failure: unusable(version, NOT_INSTALLED) };
    const sqlite: unknown = load('better-sqlite3');
    if (!isSqlite(sqlite)) return { ok: false, failure: unusable(version, 'is something else') };
    // The addon itself is loaded with the first database.
    new sqlite(':memory:').close();
    return { ok: true, value: sqlite };
  } catch (error) {
    return { ok: false, failure: unusable(version, whyNot(error)) };
  }
}

function isSqlite(value: unknown): value is Sqlite {
  return typeof value === 'function' && 'SqliteError' in value;
}

function isVersion(manifest: unknown, major: number): boolean {
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return false;
  return typeof manifest.version === 'string' && manifest.version.startsWith(`${major}.`);
}

const NOT_INSTALLED = 'is not installed, perhaps because npm ran on another Node';

function whyNot(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [reason = ''] = message.split('\n');
  if (/NODE_MODULE_VERSION/.test(message)) return 'was built for another Node';
  if (/^(Cannot find module 'better-sqlite3|Could not locate the bindings)/.test(reason)) return NOT_INSTALLED;
  return `cannot be loaded (${reason})`;
}

function unusable(version: 12 | 13, why: string): Failure {
  return {
    code: 'E_SQLITE_ADDON',
    message: `better-sqlite3 ${version}, which Node ${process.versions.node} needs, ${why}`,
    remedy: 'Run "npm rebuild" where chohyo is installed.',
  };
}
