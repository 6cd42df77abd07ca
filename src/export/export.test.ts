import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleRecords, type SampleOptions } from '../../tests/support/sample-records.js';
import { tableSchemas } from '../model/records.js';
import { openForWriting, type Database } from '../store/database.js';
import { selectDocuments, tableRows } from '../store/read.js';
import { columnsOf, tableNames } from '../store/views.js';
import { writeDocument } from '../store/write.js';
import { exportFolder, tableStream } from './export.js';
import { csvStream, type CsvOptions, type LostCharacter } from './table-stream.js';

const plain: CsvOptions = { encoding: 'utf-8', excel: false, escape: true };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chohyo-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function databaseOf(...documents: readonly SampleOptions[]): Database {
  const opened = openForWriting(':memory:');
  if (!opened.ok) throw new Error(opened.failure.message);
  for (const options of documents) writeDocument(opened.value, sampleRecords(options), 'reader');
  return opened.value;
}

/** RFC 4180, to the letter: spaces belong to the field. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, field = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n)/gy)) {
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

async function itemsCsv(options: CsvOptions, item: NonNullable<SampleOptions['item']>): Promise<{ bytes: Buffer; lost: LostCharacter[] }> {
  const db = databaseOf({ item });
  const lost: LostCharacter[] = [];
  const bytes = await buffer(tableStream(db, 'items', selectDocuments(db), 'csv', options, (found) => lost.push(found)));
  return { bytes, lost };
}

describe('an exported folder', () => {
  it('holds every table and the data package, and nothing else', async () => {
    const db = databaseOf({});
    await exportFolder(db, selectDocuments(db), folder, plain, '1.0.0');
    expect(readdirSync(folder).sort()).toEqual([...tableNames.map((table) => `${table}.csv`), 'datapackage.json'].sort());
  });

  it('begins each CSV with the columns of the contract, without BOM, with LF', async () => {
    const db = databaseOf({});
    await exportFolder(db, selectDocuments(db), folder, plain, '1.0.0');
    for (const table of tableNames) {
      const text = readFileSync(join(folder, `${table}.csv`), 'utf8');
      expect(text.startsWith(`${columnsOf(table).join(',')}\n`)).toBe(true);
      expect(text.includes('\r')).toBe(false);
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  it('has the header of a table without rows too', async () => {
    const db = databaseOf();
    await exportFolder(db, [], folder, { ...plain, excel: true }, '1.0.0');
    expect(readFileSync(join(folder, 'items.csv'), 'utf8')).toBe(`\ufeff${columnsOf('items').join(',')}\r\n`);
  });

  it('is byte for byte the same whatever the order in which documents were stored', async () => {
    const documents: SampleOptions[] = [
      { seed: '1', sourceFile: 'b.pdf' },
      { seed: '2', sourceFile: 'a.pdf' },
      { seed: '3', municipality: ['132098', '町田市'] },
      { seed: '1', sourceFile: 'z.pdf' },
    ];
    const forward = databaseOf(...documents);
    const backward = databaseOf(...documents.toReversed());
    await exportFolder(forward, selectDocuments(forward), join(folder, 'f'), plain, '1.0.0');
    await exportFolder(backward, selectDocuments(backward), join(folder, 'b'), plain, '1.0.0');
    for (const name of readdirSync(join(folder, 'f'))) {
      expect(readFileSync(join(folder, 'b', name), 'utf8')).toBe(readFileSync(join(folder, 'f', name), 'utf8'));
    }
  });

  it('leaves an earlier export as it was when a table cannot be written', async () => {
    const db = databaseOf({});
    writeFileSync(join(folder, 'items.csv'), 'before');
    db.exec('ALTER TABLE plan_node RENAME TO gone');
    await expect(exportFolder(db, selectDocuments(db), folder, plain, '1.0.0')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['items.csv']);
    expect(readFileSync(join(folder, 'items.csv'), 'utf8')).toBe('before');
  });

  it('says where it cannot write', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const db = databaseOf({});
    await expect(exportFolder(db, [], join(file, 'out'), plain, '1.0.0')).rejects.toMatchObject({ code: 'E_OUTPUT_UNWRITABLE' });
  });
});

describe('the data package', () => {
  const descriptorSchema = z.object({
    resources: z.array(
      z.object({
        name: z.string(),
        path: z.string(),
        bytes: z.number(),
        hash: z.string(),
        encoding: z.string(),
        schema: z.object({
          fields: z.array(z.object({ name: z.string(), type: z.string(), description: z.string().min(2), constraints: z.unknown().optional() })),
          primaryKey: z.array(z.string()).optional(),
          foreignKeys: z
            .array(z.object({ fields: z.array(z.string()), reference: z.object({ resource: z.string().optional(), fields: z.array(z.string()) }) }))
            .optional(),
        }),
      }),
    ),
  });

  async function descriptor(): Promise<z.infer<typeof descriptorSchema>> {
    const db = databaseOf({});
    await exportFolder(db, selectDocuments(db), folder, plain, '1.0.0');
    return descriptorSchema.parse(JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')));
  }

  it('describes every column of every table in order', async () => {
    const { resources } = await descriptor();
    expect(resources.map((resource) => resource.name)).toEqual(tableNames);
    for (const resource of resources) {
      expect(resource.schema.fields.map((field) => field.name)).toEqual(Object.keys(tableSchemas[z.enum(tableNames).parse(resource.name)].shape));
    }
  });

  it('gives types that fit the values: text, whole numbers, numbers, listed levels', async () => {
    const { resources } = await descriptor();
    const field = (table: string, name: string): unknown => resources.find((one) => one.name === table)?.schema.fields.find((one) => one.name === name);
    expect(field('items', 'title')).toMatchObject({ type: 'string' });
    expect(field('items', 'fiscal_year')).toMatchObject({ type: 'integer' });
    expect(field('items', 'item_id')).toMatchObject({ type: 'string', constraints: { required: true } });
    expect(field('items', 'rating_level')).toMatchObject({ type: 'string', constraints: { enum: ['exceeded', 'achieved', 'partial', 'not_achieved'] } });
    expect(field('measures', 'target_value')).toMatchObject({ type: 'number' });
    expect(field('measures', 'attained')).toMatchObject({ type: 'integer', constraints: { enum: [0, 1] } });
    expect(field('provenance', 'x0')).toMatchObject({ type: 'number' });
  });

  it('names keys that are columns, and the bytes and hash of each file', async () => {
    const { resources } = await descriptor();
    for (const { path, bytes, hash, schema } of resources) {
      const names = schema.fields.map((field) => field.name);
      const keys = [...(schema.primaryKey ?? []), ...(schema.foreignKeys ?? []).flatMap((key) => key.fields)];
      expect(names).toEqual(expect.arrayContaining(keys));
      const content = readFileSync(join(folder, path));
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
  });
});

describe('an exported value', () => {
  it('is text with its line breaks, quotes and commas', async () => {
    const { bytes } = await itemsCsv(plain, { goal: '・一\n・二', result: '「"はい"」, と' });
    const [header = [], row = []] = csvRows(bytes.toString('utf8'));
    expect(row[header.indexOf('goal')]).toBe('・一\n・二');
    expect(row[header.indexOf('result')]).toBe('「"はい"」, と');
  });

  it('keeps LF inside a cell when Excel gets CRLF between rows', async () => {
    const { bytes } = await itemsCsv({ ...plain, excel: true }, { goal: '一\n二' });
    const text = bytes.toString('utf8');
    expect(text.startsWith('\ufeffitem_id,')).toBe(true);
    expect(text).toContain('"一\n二"');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('is escaped in CSV, as it is with --no-escape, and never changed in JSON Lines', async () => {
    const item = { title: '=1+1', actual: '－', target: '-5' };
    const row = async (options: CsvOptions): Promise<string> => (await itemsCsv(options, item)).bytes.toString('utf8');
    expect(await row(plain)).toContain(",'=1+1,");
    expect(await row(plain)).toContain(',－,');
    expect(await row(plain)).toContain(',-5,');
    expect(await row({ ...plain, escape: false })).toContain(',=1+1,');
    const db = databaseOf({ item });
    const lines = await buffer(tableStream(db, 'items', selectDocuments(db), 'jsonl', plain, () => undefined));
    expect(JSON.parse(lines.toString('utf8'))).toMatchObject({ title: '=1+1', actual: '－', target: '-5', rating_reason: null });
  });

  it('goes to cp932 with its twins, and what cannot be written is named with its place', async () => {
    const { bytes, lost } = await itemsCsv({ ...plain, encoding: 'cp932' }, { title: '9〜10時', head_name: '山田 太郎', goal: '𠮷野' });
    const text = iconv.decode(bytes, 'cp932');
    expect(text).toContain('9～10時');
    expect(text).toContain('〓野');
    expect(lost).toEqual([{ table: 'items', id: sampleRecords().items[0]?.item_id, field: 'goal', character: '𠮷' }]);
  });

  it('comes back from the CSV as it was, for any text', async () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom(...'ab,"\n=+-@\'－①あ〜\u3000 ') }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        const rows = values.map((value) => columnsOf('diagnostics').map((_, i) => (i === 0 ? value : null)));
        const stream = csvStream('diagnostics', rows, plain, () => undefined);
        const [, ...parsed] = csvRows((await buffer(stream)).toString('utf8'));
        const undone = parsed.map(([cell = '']) => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, ''));
        // A text that itself begins with an apostrophe and a formula sign cannot be told from an escaped one.
        const told = values.map((value) => value.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, ''));
        expect(undone).toEqual(told);
      }),
      { numRuns: 200 },
    );
  });
});

it('a filtered export holds the rows of the chosen documents in every table', () => {
  const db = databaseOf({ seed: '1', year: 2021 }, { seed: '2', year: 2022 });
  const ids = selectDocuments(db, { year: 2022 });
  for (const table of tableNames) {
    const rows = [...tableRows(db, table, ids)];
    // Links are worked out of all documents together, not read.
    if (table !== 'item_links') expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(JSON.stringify(row)).toContain(ids[0]);
  }
});
