// Part of `npm ci` and `npm rebuild`: installs the better-sqlite3 that fits this Node (why two: src/store/sqlite.ts).
// One that is there already and works is left alone, so that only the first npm ci on a Node compiles.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const version = Number(process.versions.napi) >= 10 ? 13 : 12;
const home = new URL(`${version}/package.json`, import.meta.url);

if (!works()) install();

function works() {
  try {
    const wanted = JSON.parse(readFileSync(home, 'utf8')).dependencies['better-sqlite3'];
    const require = createRequire(home);
    if (require('better-sqlite3/package.json').version !== wanted) return false;
    new (require('better-sqlite3'))(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

function install() {
  const folder = fileURLToPath(new URL('.', home));
  // A global install of chohyo hands its own --global down. 13 brings its binaries; npm would call node-gyp all the same,
  // which does nothing, but fails where there is no Python.
  const words = ['ci', '--prefix', folder, '--global=false', '--no-audit', '--no-fund', '--loglevel=error'];
  if (version === 13) words.push('--ignore-scripts');
  const npm = process.env.npm_execpath ?? '';
  const options = { cwd: folder, stdio: 'inherit' };
  const { status } = npm.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return;
  const remedy =
    version === 13
      ? 'See above what npm says.'
      : 'Take Node 22.14 or newer, where nothing is compiled, or install a C++ compiler, make and Python, and run npm ci again.';
  process.stderr.write(`chohyo: E_SQLITE_ADDON: better-sqlite3 ${version} could not be installed for Node ${process.versions.node}. ${remedy}\n`);
  process.exitCode = 1;
}
