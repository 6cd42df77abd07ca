/**
 * Whole commands against the stock bare pass over the same files, each a process of its own with its start counted.
 *
 *   bare pass       pdf.js as it comes, every page's operator list (1.0)
 *   ingest          one job, into a new database; the same with pdf.js as it comes; two jobs
 *   ingest again    nothing changed
 *   pdfplumber      extract_tables() on every page, where Python has it
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takenBy, takenByNode, type Taken } from './command.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const chohyo = fileURLToPath(new URL('../bin/chohyo.js', import.meta.url));
const bare = fileURLToPath(new URL('bare.mjs', import.meta.url));
const PDFPLUMBER =
  'import sys,pdfplumber\nfor f in sys.argv[1:]:\n  with pdfplumber.open(f) as pdf:\n    for page in pdf.pages: page.extract_tables(); page.close()';

function line(name: string, taken: Taken, base: Taken): void {
  const ratio = (own: number, other: number): string => (own / other).toFixed(2).padStart(10);
  console.log(`${name.padEnd(32)}${ratio(taken.cpu, base.cpu)}${ratio(taken.wall, base.wall)}${`${Math.round(taken.peak)} MiB`.padStart(12)}`);
}

export async function whole(): Promise<void> {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(fixtures, name));
  const folder = mkdtempSync(join(tmpdir(), 'chohyo-bench-'));
  const ingest = (db: string, ...more: readonly string[]): Promise<Taken> =>
    takenByNode([chohyo, '--quiet', 'ingest', '--db', join(folder, db), ...more, ...files]);
  try {
    console.log(`\nWhole commands over the ${files.length} fixtures, relative to pdf.js' bare pass`);
    console.log(`${''.padEnd(32)}${'CPU'.padStart(10)}${'wall'.padStart(10)}${'memory'.padStart(12)}`);
    const base = await takenByNode([bare, ...files]);
    line('bare pass, pdf.js as it comes', base, base);
    line('ingest, one job', await ingest('one.sqlite', '--jobs', '1'), base);
    line('ingest, two jobs', await ingest('two.sqlite', '--jobs', '2'), base);
    line('ingest again, unchanged', await ingest('one.sqlite', '--jobs', '1'), base);
    const plumber = await takenBy('python3', ['-c', PDFPLUMBER, ...files]);
    if (plumber === undefined) console.log('pdfplumber: not installed here');
    else line('pdfplumber extract_tables', plumber, base);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function starts(): Promise<void> {
  const least = async (args: readonly string[]): Promise<Taken> => {
    const taken: Taken[] = [];
    for (let i = 0; i < 5; i++) taken.push(await takenByNode(args));
    return taken.reduce((a, b) => (b.cpu < a.cpu ? b : a));
  };
  console.log('\nStart, relative to node -e 0 (the best of five each)');
  const base = await least(['-e', '0']);
  for (const option of ['--version', '--help']) line(`chohyo ${option}`, await least([chohyo, option]), base);
}
