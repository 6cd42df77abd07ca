/** The same sheet has the same tables, however it is drawn: every case of the corpus, and pages of the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../pdf/index.js';
import { OTHERWISE } from '../test-transform.js';
import { loadCases, pagesOf, readCase } from './test-cases.js';

const cases = loadCases();

describe.each(Object.entries(OTHERWISE))('%s', (_, transform) => {
  test('every case of the corpus has the same tables', () => {
    const others = cases.filter(({ pages, tables }) => {
      const read = readCase(pagesOf(pages).map(transform)).tables;
      return JSON.stringify(read) !== JSON.stringify(tables);
    });
    expect(others.map(({ title }) => title)).toEqual([]);
  });
});

/** The first pages of the smaller fixtures, each by all of its producers. */
const FIXTURES = ['higashimurayama/r1-keieiseisaku', 'kokubunji/r4-shiminseikatsu'];
const PAGES = [1, 2];

const root = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
const pdfs = FIXTURES.flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => `${folder}/${name}`),
);

describe.each(pdfs)('%s', (pdf) => {
  const read = readPdf(new Uint8Array(readFileSync(`${root}${pdf}`)), { pages: PAGES }).then(({ pages }) => ({ pages, tables: readCase(pages).tables }));

  test.each(Object.entries(OTHERWISE))('%s', async (_, transform) => {
    const { pages, tables } = await read;
    expect(tables.length).toBeGreaterThan(0);
    expect(readCase(pages.map(transform)).tables).toEqual(tables);
  });
});
