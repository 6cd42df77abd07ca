import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The launcher before a program of one's own, on a Node that gives itself out for another. */
function launch(program: string, nodeVersion: string): { status: number | null; stdout: string; stderr: string } {
  for (const place of ['bin', 'dist/cli']) mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  copyFileSync(join(root, 'bin/chohyo.js'), join(folder, 'bin/chohyo.js'));
  writeFileSync(join(folder, 'dist/cli/main.js'), program);
  const disguise = join(folder, 'disguise.cjs');
  writeFileSync(disguise, `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${nodeVersion}' } });`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', disguise, join(folder, 'bin/chohyo.js')], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const greets = `export async function main() { console.log('hello'); process.exitCode = 0; }`;

describe('the launcher', () => {
  it('tells a Node that is too old, before anything is loaded', () => {
    for (const version of ['18.20.8', '20.18.3']) {
      expect(launch('throw new Error("loaded")', version)).toEqual({
        status: 1,
        stdout: '',
        stderr: `chohyo: E_NODE_VERSION: this is Node ${version}, and chohyo needs 20.19 or newer. Install a newer Node, or put it first in PATH.\n`,
      });
    }
  });

  it('takes the Nodes that package.json takes', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ engines: { node: '>=20.19' } });
    for (const version of ['20.19.0', '22.0.0', '26.10.0']) expect(launch(greets, version)).toEqual({ status: 0, stdout: 'hello\n', stderr: '' });
  });

  it('is a script that old Nodes can read too: no import statement, no await', () => {
    // As a script, which is what a Node from before modules takes it for.
    expect(() => new Function(readFileSync(join(root, 'bin/chohyo.js'), 'utf8').replace(/^#!.*/, ''))).not.toThrow();
  });

  it('does not pass a command that never ends for a success', () => {
    const { status, stderr } = launch('export function main() { return new Promise(() => {}); }', '22.0.0');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^chohyo: E_INTERNAL: the command ended before it was done\..*\n$/);
  });
});
