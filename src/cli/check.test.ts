import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo, fileOf, type Said } from '../../tests/support/run-chohyo.js';
import { sampleRecords } from '../../tests/support/sample-records.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const check = (...argv: readonly string[]): Promise<Said> => chohyo(['check', folder, ...argv]);
const right = JSON.stringify({ items: [{ item_id: '1-1', rating: 'B' }] });
const wrong = JSON.stringify({ items: [{ item_id: '1-1', rating: 'A' }] });

describe('check', () => {
  it('compares every PDF beside every expected.json', async () => {
    put('city/one/expected.json', right);
    put('city/one/a.pdf', fileOf(sampleRecords()));
    put('city/one/b.PDF', fileOf(sampleRecords({ seed: '2' })));
    put('city/two/expected.json', right);
    put('city/two/a.pdf', fileOf(sampleRecords({ seed: '3' })));
    put('city/two/deeper/not-a-fixture.pdf', 'x');
    expect(await check()).toEqual({ status: 0, stdout: '3 files checked, 6 fields compared, all as expected\n', stderr: '' });
  });

  it('ends with status 5 and shows what differs', async () => {
    put('expected.json', wrong);
    put('a.pdf', fileOf(sampleRecords()));
    const { status, stdout } = await check();
    expect(status).toBe(5);
    expect(stdout).toContain('items 1-1 rating, page 1 at 100.1,50-120.1,62\n    - A\n    + B\n');
  });

  it('takes a fixture that cannot be read for a difference', async () => {
    put('expected.json', right);
    put('a.pdf', 'x');
    const { status, stdout } = await check();
    expect(status).toBe(5);
    expect(stdout).toContain('not read: E_NOT_A_PDF');
  });

  it('names a wrong expected.json and goes on', async () => {
    put('one/expected.json', '{"items": {}}');
    put('one/a.pdf', fileOf(sampleRecords()));
    put('two/expected.json', right);
    put('two/a.pdf', fileOf(sampleRecords()));
    const { status, stdout, stderr } = await check();
    expect(status).toBe(3);
    expect(stderr).toMatch(/^chohyo: E_EXPECTED: .*one\/expected\.json: items: /);
    expect(stdout).toBe('1 file checked, 2 fields compared, all as expected\n');
  });

  it('fails where an expected.json expects nothing', async () => {
    put('expected.json', '{"items": []}');
    put('a.pdf', fileOf(sampleRecords()));
    const { status, stderr } = await check();
    expect(status).toBe(4);
    expect(stderr).toMatch(/^chohyo: E_EXPECTED: .*expected\.json expects nothing: 0 fields compared\. /);
  });

  it('puts up with the differences of known-differences.json, and tells when one is gone', async () => {
    put('expected.json', wrong);
    put('a.pdf', fileOf(sampleRecords()));
    const entry = { pdf: 'a.pdf', difference: 'items 1-1 rating', read: 'B', why: 'x' };
    put('known-differences.json', JSON.stringify([entry]));
    expect(await check()).toEqual({
      status: 0,
      stdout: '1 file checked, 2 fields compared, all as expected, 1 known difference (known-differences.json)\n',
      stderr: '',
    });
    put('known-differences.json', JSON.stringify([{ ...entry, read: 'C' }]));
    const other = await check();
    expect(other.status).toBe(5);
    expect(other.stderr).toContain('a.pdf: items 1-1 rating does not differ so any more: take it out of known-differences.json\n');
    put('known-differences.json', JSON.stringify([entry, { ...entry, pdf: 'b.pdf' }]));
    expect((await check()).status).toBe(3);
    put('known-differences.json', '{}');
    expect((await check()).stderr).toContain('E_EXPECTED');
  });

  it('makes a missing or empty expected.json with --update; the next check compares all of it', async () => {
    const path = join(folder, 'new', 'expected.json');
    put('new/a.pdf', fileOf(sampleRecords()));
    put('empty/expected.json', '');
    put('empty/a.pdf', fileOf(sampleRecords()));
    const { status, stderr } = await check('--update');
    expect(status).toBe(0);
    expect(stderr).toContain(`${path} written with what a.pdf became: look it over, every value of it\n`);
    const written: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(written).toMatchObject({
      document: { fiscal_year: 2021 },
      items: [{ item_id: '1-1', rating: 'B' }],
      measures: [{ target_value: 90 }],
      plan_nodes: [{ node_id: '1' }, { node_id: '1-1', parent_id: '1' }],
    });
    expect(JSON.stringify(written)).not.toMatch(/sha256|glyphs|producer/);
    expect(await check()).toMatchObject({ status: 0, stderr: '' });
  });

  it('has nothing to check: status 4', async () => {
    expect((await check()).stderr).toMatch(/^chohyo: E_NO_INPUT: .* holds no expected\.json\. /);
    put('expected.json', right);
    const { status, stderr } = await check();
    expect(status).toBe(4);
    expect(stderr).toMatch(/^chohyo: E_NO_INPUT: there is no PDF beside .*expected\.json\. /);
    expect((await chohyo(['check', join(folder, 'none')])).stderr).toMatch(/^chohyo: E_NOT_FOUND: /);
  });

  it('shows the differences, then rewrites with --update; the next check is clean', async () => {
    const path = put('expected.json', wrong);
    put('a.pdf', fileOf(sampleRecords()));
    const { status, stdout, stderr } = await check('--update');
    expect({ status, stderr }).toEqual({ status: 0, stderr: `${path} rewritten with what a.pdf became\n` });
    expect(stdout).toContain('    - A\n    + B\n');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ items: [{ item_id: '1-1', rating: 'B' }] });
    expect((await check()).status).toBe(0);
  });

  it('does not touch an expected.json that is right', async () => {
    const path = put('expected.json', right);
    put('a.pdf', fileOf(sampleRecords()));
    await check('--update');
    expect(readFileSync(path, 'utf8')).toBe(right);
  });

  it('tells when the PDFs of one fixture differ among themselves, whatever is written', async () => {
    put('expected.json', wrong);
    put('a.pdf', fileOf(sampleRecords()));
    put('b.pdf', fileOf(sampleRecords({ seed: '2', item: { rating: 'C' } })));
    const { status, stderr } = await check('--update');
    expect(status).toBe(5);
    expect(stderr).toMatch(/Still different after the update:\n.*b\.pdf\n {2}items 1-1 rating, page 1 at .*\n {4}- B\n {4}\+ C\n/);
  });

  it('prints only the report with --reporter json, junit and github', async () => {
    put('expected.json', wrong);
    put('a.pdf', fileOf(sampleRecords()));
    expect(JSON.parse((await check('--reporter', 'json')).stdout)).toMatchObject({ ok: false, differences: [{ field: 'rating' }] });
    expect((await check('--reporter', 'junit')).stdout).toMatch(/^<\?xml/);
    expect((await check('--reporter', 'github')).stdout).toMatch(/^::error file=.*expected\.json,line=1,title=/);
    put('bad/expected.json', '{}');
    expect((await check('--reporter', 'junit')).stdout).toMatch(/<testcase .*name=".*bad\/expected\.json" time="0\.000">\n +<error type="E_EXPECTED"/);
    expect((await check('--reporter', 'github')).stdout).toContain('E_EXPECTED');
  });

  it('colours differences on a terminal, unless NO_COLOR is set', async () => {
    put('expected.json', wrong);
    put('a.pdf', fileOf(sampleRecords()));
    const onTerminal = async (env: Readonly<Record<string, string>>): Promise<string> => (await chohyo(['check', folder], { env, terminal: true })).stdout;
    expect(await onTerminal({ TERM: 'xterm' })).toContain('\u001b[31m    - A\u001b[39m');
    expect(await onTerminal({ TERM: 'xterm', NO_COLOR: '1' })).not.toContain('\u001b[');
    expect((await check()).stdout).not.toContain('\u001b[');
  });
});

describe('check --stat', () => {
  it('counts what is recognised, filled and left over, without expectations', async () => {
    put('a.pdf', fileOf(sampleRecords()));
    put('b.pdf', fileOf(sampleRecords({ seed: '2', item: { rating: null } })));
    put('c.pdf', 'x');
    const { status, stdout, stderr } = await check('--stat');
    expect(status).toBe(3);
    expect(stderr).toMatch(/^chohyo: E_NOT_A_PDF: /);
    // The sample fills 13 fields that a reading could have missed; one of 26 is empty.
    expect(stdout).toMatch(/sample +2 +66\.6 % +2 +96\.1 % +2\.0 % +2\n/);
    expect(stdout).toMatch(/sample +rating +50\.0 % +1 of 2\n/);
    expect(stdout).toContain('2 of 3 files recognised (66.6 %); not read: 1 E_NOT_A_PDF\n');
  });

  it('is one JSON object with --reporter json', async () => {
    put('a.pdf', fileOf(sampleRecords()));
    expect(JSON.parse((await check('--stat', '--reporter', 'json')).stdout)).toMatchObject({ files: 1, recognised: 1, grammars: [{ grammar: 'sample' }] });
  });

  it('refuses what it cannot do', async () => {
    put('a.pdf', 'x');
    expect((await check('--stat', '--update')).status).toBe(2);
    expect((await check('--stat', '--reporter', 'junit')).status).toBe(2);
  });
});
