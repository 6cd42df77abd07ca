/** The package as a program uses it: through its name, after the build. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPdf, tables } from '../src/index.js';

const pdf = fileURLToPath(new URL('../fixtures/kokubunji/r4-shiminseikatsu/direct.pdf', import.meta.url));
/** Threads run the built program. */
const dist = new URL('../dist/index.js', import.meta.url);
const bytes = (): Uint8Array => new Uint8Array(readFileSync(pdf));

describe('the library', () => {
  it('reads the records of a PDF', async () => {
    const outcome = await readPdf(bytes(), { name: 'direct.pdf' });
    expect(outcome).toMatchObject({ kind: 'read', records: { document: { municipality: '国分寺市', source_file: 'direct.pdf' } } });
    if (outcome.kind === 'read') expect(outcome.records.items).toHaveLength(22);
  });

  it('says why a PDF could not be read, and throws for a grammar that is not there', async () => {
    expect(await readPdf(new Uint8Array())).toMatchObject({ kind: 'failed', failure: { code: 'E_EMPTY_FILE' } });
    await expect(readPdf(bytes(), { grammar: 'none.yaml' })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  it('reads the tables of some pages', async () => {
    const found = await tables(bytes(), { pages: [1] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((table) => table.page === 1)).toBe(true);
    await expect(tables(new Uint8Array())).rejects.toMatchObject({ code: 'E_EMPTY_FILE' });
  });

  it.skipIf(!existsSync(dist))('ingests files', async () => {
    const { ingest }: typeof import('../src/index.js') = await import(dist.href);
    const folder = mkdtempSync(join(tmpdir(), 'chohyo-library-'));
    try {
      const { status, files, errors } = await ingest([pdf, join(folder, 'none.pdf')], { db: join(folder, 'a.sqlite') });
      expect(status).toBe(3);
      expect(files).toMatchObject([{ status: 'stored', items: 22 }]);
      expect(errors).toMatchObject([{ error: { code: 'E_NOT_FOUND' } }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is what the package exports', () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(manifest).toMatchObject({ exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } });
  });
});
