import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleRecords } from '../../tests/support/sample-records.js';
import type { DocumentRecords, ProvenanceRow } from '../model/records.js';
import { buildDocument, buildListEntry, worstFirst } from './build.js';
import { findSources } from './find-sources.js';
import type { ReviewRecord } from './model.js';
import { recordsOf } from './records.js';
import type { DocumentRows } from './rows.js';
import { openSite } from './site.js';

function rowsOf(records: DocumentRecords): DocumentRows {
  const { plan_nodes: planNodes, ...rest } = records;
  return { ...rest, planNodes, checked: [], years: new Map() };
}

const place = (table: ProvenanceRow['table'], id: string, field: string, page = 1): ProvenanceRow => ({
  table,
  id,
  field,
  part: 1,
  page,
  x0: 10,
  top: 20,
  x1: 30,
  bottom: 40,
  raw: field,
  document_id: '',
  basis: null,
});

function withPlaces(of: (id: string) => readonly ProvenanceRow[]): DocumentRows {
  const records = sampleRecords();
  return rowsOf({ ...records, provenance: [...of(records.document.document_id)] });
}

const field = (record: ReviewRecord | undefined, name: string) => record?.fields.find((own) => own.name === name);
const find = (records: readonly ReviewRecord[], kind: ReviewRecord['kind']) => records.find((record) => record.kind === kind);

const shown = (rows: DocumentRows): readonly ReviewRecord[] => recordsOf(rows).records;

describe('the records of a review', () => {
  it('come as the document, each sheet with its items, the plan, the indicators', () => {
    expect(recordsOf(rowsOf(sampleRecords())).records.map((record) => record.kind)).toEqual([
      'document',
      'sheet',
      'item',
      'plan_node',
      'plan_node',
      'indicator',
    ]);
  });

  it('give a value worked out from another the place of that one', () => {
    const item = find(shown(withPlaces((id) => [place('items', `${id}-1-1`, 'rating')])), 'item');
    expect(field(item, 'rating_level')).toMatchObject({ value: 'achieved', from: 'rating', places: [{ page: 1, box: [10, 20, 30, 40] }] });
  });

  it('name a column that is empty in one item and filled in another, and once those that none has', () => {
    const records = sampleRecords({ item: { deadline: '3月', result: null } });
    const items = records.items.flatMap((item) => [item, { ...item, item_id: `${item.item_id}.2`, item_no: '2', deadline: null }]);
    const { records: all, neverFilled } = recordsOf(rowsOf({ ...records, items }));
    expect(all.filter((record) => record.kind === 'item').map((record) => record.empty)).toEqual([[], ['deadline']]);
    expect(neverFilled).toContain('result');
    expect(neverFilled).not.toContain('deadline');
  });

  it('put the measures of an item beneath it, each with its place', () => {
    const item = find(shown(withPlaces((id) => [place('measures', `${id}-1-1-1`, 'target')])), 'item');
    expect(item?.parts.map((part) => part.label)).toContain('①');
    const value = item?.parts[0]?.fields.find((own) => own.name === 'target_value');
    expect(value).toMatchObject({ value: '90', from: 'target', places: [{ page: 1 }] });
  });

  it('put labels without a column, further ratings and values of grids beneath their item, each under its labels', () => {
    const item = find(shown(withPlaces((id) => [place('series', `${id}-1-s1`, 'raw')])), 'item');
    expect(item?.parts.map((part) => part.label)).toEqual(['①', '根拠法令等', '有効性', '事業費（千円） > 財源 > 一般財源 > 令和3年度 > 決算']);
    expect(item?.parts.at(-1)?.fields.find(({ name }) => name === 'raw')).toMatchObject({ value: '5,690', places: [{ page: 1 }] });
    expect(item?.parts.at(-1)?.fields.find(({ name }) => name === 'unit')).toMatchObject({ value: '千円', from: 'raw' });
  });

  it('gather the values of one indicator, and find the place of each', () => {
    const indicator = find(shown(withPlaces((id) => [place('indicators', `${id}-1-1`, 'raw', 1), place('indicators', `${id}-1-2`, 'raw', 2)])), 'indicator');
    expect(indicator).toMatchObject({ number: '1', title: '満足度', pages: [1, 2] });
    expect(indicator?.parts.map((part) => part.label)).toEqual(['R2', 'R3']);
  });

  it("lead from an item's plan_path to the heading that it stands under", () => {
    const records = sampleRecords({ item: { plan_path: '施策1 質の高い行政 > 方向性1 経営的な視点' } });
    const rows = rowsOf({ ...records, provenance: [place('plan_nodes', `${records.document.document_id}-1-1`, 'title', 2)] });
    expect(field(find(shown(rows), 'item'), 'plan_path')).toMatchObject({ from: 'plan_nodes', places: [{ page: 2 }] });
  });
});

describe('a document of a review', () => {
  it('has every page, those without a picture large enough for what stands on them', () => {
    const rows = withPlaces((id) => [{ ...place('items', `${id}-1-1`, 'title', 2), x1: 1100, bottom: 300 }]);
    const drawn = [{ number: 1, width: 842, height: 595, image: 'pages/x/0001.webp', substituted: [] }];
    const { pages } = buildDocument(rows, drawn);
    expect(pages).toMatchObject([
      { number: 1, image: 'pages/x/0001.webp' },
      { number: 2, width: 1100, height: 595.28 },
    ]);
    expect(pages[1]?.image).toBeUndefined();
  });

  it('comes before others when it has more errors, warnings or text left over', () => {
    const entry = buildListEntry(rowsOf(sampleRecords()), buildDocument(rowsOf(sampleRecords()), []));
    const fine = { ...entry, id: 'fine', errors: 0, warnings: 0, leftOver: 0 };
    const order = worstFirst([fine, { ...fine, id: 'left', leftOver: 9 }, { ...fine, id: 'warned', warnings: 1 }, { ...fine, id: 'failed', errors: 1 }]);
    expect(order.map(({ id }) => id)).toEqual(['failed', 'warned', 'left', 'fine']);
  });
});

describe('files of a review', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chohyo-site-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

  it('finds PDFs by their bytes, wherever they lie and whatever they are called', async () => {
    mkdirSync(join(folder, 'old/deep'), { recursive: true });
    writeFileSync(join(folder, 'old/deep/renamed.PDF'), 'one');
    writeFileSync(join(folder, 'two.pdf'), 'not two any more');
    const found = await findSources(
      [
        { sha256: sha256('one'), names: ['one.pdf'] },
        { sha256: sha256('two'), names: ['two.pdf'] },
      ],
      [folder],
    );
    expect([...found]).toEqual([[sha256('one'), { path: join(folder, 'old/deep/renamed.PDF') }]]);
  });

  it('leaves a folder alone that holds anything but a review', async () => {
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    await expect(openSite(folder)).rejects.toMatchObject({ code: 'E_OUTPUT' });
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  it('replaces an earlier review, with nothing of it left', async () => {
    const first = await openSite(folder);
    await first.writeImage('abc', 1, new Uint8Array([1]));
    await first.finish([], '0.0.0');
    const second = await openSite(folder);
    expect(readdirSync(join(folder, 'pages'))).toEqual(['abc']);
    await second.finish([], '0.0.0');
    expect(readdirSync(join(folder, 'pages'))).toEqual([]);
    expect(readdirSync(join(folder, 'data'))).toEqual(['drawn.json', 'list.js']);
    expect(readdirSync(folder).sort()).toEqual(['assets', 'data', 'fonts', 'index.html', 'pages']);
  });

  it('leaves an earlier review as it was, and no new folder, when it is not finished', async () => {
    const site = await openSite(join(folder, 'new/deep'));
    await site.writeImage('abc', 1, new Uint8Array([1]));
    site.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});
