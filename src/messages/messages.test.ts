import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';
import { errorCodes } from '../model/errors.js';
import { columnsOf, tableNames } from '../store/views.js';
import { codes } from './codes.js';
import { columnJa, columnsJa, tablesJa } from './columns-ja.js';
import { languageOf, messageIn, phraseIn, remedyIn } from './translate.js';

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/u;
const source = fileURLToPath(new URL('..', import.meta.url));

describe('every code', () => {
  const warnings = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('messages'))
    .flatMap((name) => [...readFileSync(`${source}/${name}`, 'utf8').matchAll(/'([WI]_[A-Z_]+)'/g)].map((found) => found[1] ?? ''));
  const used = [...new Set([...errorCodes, ...warnings])].sort();

  it('that the program uses says in both languages what it means and what to do', () => {
    expect(used.filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
    for (const [code, { en, ja }] of Object.entries(codes)) {
      for (const text of [en.means, en.todo]) expect(text, code).toMatch(/^[A-Z"].*[.)]$/);
      for (const text of [ja.means, ja.todo]) expect(text, code).toMatch(/。$/u);
    }
  });

  it('of the list is used', () => {
    expect(Object.keys(codes).filter((code) => !used.includes(code))).toEqual([]);
  });

  it('keeps every parameter of a wording in the Japanese, and adds none', () => {
    const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').filter((name) => !['todo', 'kind'].includes(name));
    for (const [code, { says = {} }] of Object.entries(codes)) {
      for (const [english, ja] of Object.entries(says)) {
        expect(names(english), code).toEqual(expect.arrayContaining(names(ja)));
        expect(ja).toMatch(japanese);
      }
    }
  });
});

describe('a message in Japanese', () => {
  it('puts what is particular where the Japanese wants it', () => {
    expect(messageIn('ja', 'W_ITEM_GAP', '5 is missing before number 6')).toBe('6 番の前に 5 番がありません');
    expect(messageIn('ja', 'W_FIELD_EMPTY', 'item 3 has no result')).toBe('取組 3 の result が空です');
  });

  it('keeps the path in front of it', () => {
    expect(messageIn('ja', 'E_EMPTY_FILE', 'in/a.pdf: the file is empty (0 bytes)')).toBe('in/a.pdf：ファイルが空です（0 バイト）');
  });

  it('without Japanese for its wording has the meaning of its code before the English', () => {
    expect(messageIn('ja', 'E_USAGE', 'something new')).toBe('コマンドの使い方が違います（something new）');
    expect(messageIn('ja', 'E_NEW', 'something new')).toBe('something new');
  });

  it('is English for everybody else', () => {
    expect(messageIn('en', 'W_ITEM_GAP', '5 is missing before number 6')).toBe('5 is missing before number 6');
    expect(remedyIn('en', 'E_USAGE', 'Do.')).toBe('Do.');
    expect(phraseIn('en', '3 items')).toBe('3 items');
    expect(phraseIn('ja', '3 items\n')).toBe('3 件\n');
  });
});

describe('the language', () => {
  it('is what --lang says, else what the locale says', () => {
    expect(languageOf('ja', { LANG: 'en_US.UTF-8' })).toBe('ja');
    expect(languageOf('en', { LANG: 'ja_JP.UTF-8' })).toBe('en');
    expect(languageOf(undefined, { LANG: 'ja_JP.UTF-8' })).toBe('ja');
    expect(languageOf(undefined, { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' })).toBe('en');
    expect(languageOf(undefined, {})).toBe('en');
  });

  it('reaches help, errors and wrong usage', async () => {
    const help = (await chohyo(['--help', '--lang', 'ja'])).stdout;
    expect(help).toContain('使い方: chohyo');
    expect(help).toMatch(/ingest .*PDF ファイルやフォルダを読み取り/);
    expect((await chohyo(['ingest', '--help'], { env: { LANG: 'ja_JP.UTF-8' } })).stdout).toContain('共通のオプション:');
    const error = await chohyo(['list', '--db', '/nowhere/a.sqlite'], { env: { LANG: 'ja_JP.UTF-8' } });
    expect(error.stderr).toMatch(/^chohyo: E_DB_MISSING: .*データベースがありません。「chohyo ingest/u);
    expect((await chohyo(['lst', '--lang', 'ja'])).stderr).toMatch(/^chohyo: E_USAGE: コマンドの使い方が違います/);
  });
});

describe('names of columns', () => {
  it('are Japanese for every column, and differ within a table', () => {
    for (const table of tableNames) {
      expect(tablesJa[table], table).toMatch(japanese);
      const names = columnsOf(table).map((column) => {
        expect(columnsJa[`${table}.${column}`] ?? columnsJa[column], `${table}.${column}`).toBeDefined();
        return columnJa(table, column);
      });
      expect(new Set(names).size, table).toBe(names.length);
    }
  });
});
