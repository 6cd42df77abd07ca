import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';
import { sampleRecords } from '../../tests/support/sample-records.js';
import { openForWriting } from '../store/database.js';
import { writeDocument } from '../store/write.js';

describe('chohyo review', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-review-cli-'));
    const opened = openForWriting(join(folder, 'db.sqlite'));
    if (!opened.ok) throw new Error(opened.failure.message);
    writeDocument(opened.value, sampleRecords(), 'test');
    writeDocument(opened.value, sampleRecords({ seed: 'other', year: 2019, municipality: ['132098', '町田市'] }), 'test');
    opened.value.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const review = (...more: string[]) => chohyo(['review', '--db', join(folder, 'db.sqlite'), '--out', join(folder, 'site'), '--source', folder, ...more]);

  it('writes the review without pictures where the PDF is not there, says so, and ends with 3', async () => {
    const { status, stderr } = await review();
    expect(status).toBe(3);
    expect(stderr).toMatch(/E_NOT_FOUND: shimin\.pdf was not found.* --source/);
    expect(existsSync(join(folder, 'site/index.html'))).toBe(true);
    expect(readFileSync(join(folder, 'site/data/list.js'), 'utf8')).toContain('町田市');
  });

  it('shows only the documents of a municipality or a year when asked', async () => {
    await review('--year', '2019');
    const list = readFileSync(join(folder, 'site/data/list.js'), 'utf8');
    expect(list).toContain('町田市');
    expect(list).not.toContain('東村山市');
  });

  it('names the remedy when there is no database', async () => {
    const { status, stderr } = await chohyo(['review', '--db', join(folder, 'none.sqlite'), '--out', join(folder, 'site')]);
    expect(status).toBe(4);
    expect(stderr).toContain('E_DB_MISSING');
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });

  it('wants to know where to write', async () => {
    const { status, stderr } = await chohyo(['review', '--db', join(folder, 'db.sqlite')]);
    expect(status).toBe(2);
    expect(stderr).toContain('--out');
  });
});
