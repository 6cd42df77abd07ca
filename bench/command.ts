/** Runs a command to its end and says what it took, its start and its threads counted. */
import { spawn } from 'node:child_process';

export interface Taken {
  readonly status: number | null;
  /** Seconds of processor time, of all threads. */
  readonly cpu: number;
  readonly wall: number;
  /** Most memory held at a time, MiB. */
  readonly peak: number;
}

/** Asked in the child at its end: what the system says that it took. */
const TELL = `process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeSync(3, JSON.stringify([u.userCPUTime, u.systemCPUTime, u.maxRSS])); })`;
const tellModule = `data:text/javascript,${encodeURIComponent(`import{createRequire}from'node:module';const require=createRequire('/');${TELL}`)}`;

/** A Node command line, without `node`. */
export async function takenByNode(args: readonly string[]): Promise<Taken> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', tellModule, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  let told = '';
  child.stdio[3]?.on('data', (data: Buffer) => (told += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const wall = (performance.now() - start) / 1000;
  const [user = NaN, system = NaN, peak = NaN] = /\[([\d.]+),([\d.]+),([\d.]+)\]$/.exec(told)?.slice(1).map(Number) ?? [];
  return { status, cpu: (user + system) / 1e6, wall, peak: peak / 1024 };
}

/** Any other command, by GNU time; undefined where either is missing. */
export async function takenBy(command: string, args: readonly string[]): Promise<Taken | undefined> {
  const start = performance.now();
  const child = spawn('/usr/bin/time', ['-f', '%U %S %M', command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (data: Buffer) => (told += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('error', () => resolve(null)).on('close', resolve));
  const found = /([\d.]+) ([\d.]+) (\d+)\s*$/.exec(told);
  if (status !== 0 || found === null) return undefined;
  const [user = NaN, system = NaN, peak = NaN] = found.slice(1).map(Number);
  return { status, cpu: user + system, wall: (performance.now() - start) / 1000, peak: peak / 1024 };
}
