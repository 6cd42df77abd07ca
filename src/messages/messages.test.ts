import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PassThrough } from 'node:stream';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { chohyo } from '../../tests/support/run-chohyo.js';
import { countLine } from '../cli/count-line.js';
import { wrapped } from '../cli/help-language.js';
import { buildCommandLine } from '../cli/main.js';
import { RULES } from '../layout/evidence/registry.js';
import { errorCodes } from '../model/errors.js';
import { columnsOf, tableNames } from '../store/views.js';
import { codes } from './codes.js';
import { columnJa, columnsJa, tablesJa } from './columns-ja.js';
import { draftIn, problemIn, trialIn } from './grammar-text.js';
import { helpPhraseIn, languageOf, messageIn, phraseIn, remedyIn, wordIn } from './translate.js';

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
    const names = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').filter((name) => !['todo', 'kind'].includes(name));
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

  it('says of every layout rule that concludes what it concluded', () => {
    const concluding = RULES.filter(({ concludes }) => concludes === true);
    const worded = concluding.map(({ id, says }) => messageIn('ja', 'I_CONCLUDED', `not drawn here, but concluded: ${says} (${id})`));
    expect(concluding.length).toBeGreaterThan(0);
    expect(worded.filter((text) => !text.startsWith('罫線にはない判断です：'))).toEqual([]);
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
    expect((await chohyo(['lst', '--lang', 'ja'])).stderr).toBe(
      'chohyo: E_USAGE: コマンド lst はありません（list のことですか）。「chohyo --help」をご覧ください。\n',
    );
  });
});

describe('the help in Japanese', () => {
  it('has Japanese for every command, argument and option', () => {
    const nothing = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };
    const texts = (command: CommandUnknownOpts): string[] => [
      ...[
        command.description(),
        command.summary(),
        ...command.options.map(({ description }) => description),
        ...command.registeredArguments.map(({ description }) => description),
      ].filter((text) => text !== ''),
      ...command.commands.flatMap(texts),
    ];
    const english = texts(buildCommandLine(nothing).program);
    expect(english.filter((text) => !japanese.test(helpPhraseIn('ja', text)))).toEqual([]);
  });

  it('is set in lines that no mark ends up at the beginning of', () => {
    expect(wrapped('一二三四五、六七', 10)).toBe('一二三四五、\n六七');
    expect(wrapped('表を PDF から', 8)).toBe('表を PDF\nから');
  });
});

describe('tables and sums of a run', () => {
  it('are Japanese', async () => {
    expect(wordIn('ja', 'municipality')).toBe('団体');
    const counts = {
      files: 2,
      became: [
        [1, 'stored'],
        [1, 'failed'],
      ] as const,
      held: [[1, 'item']] as const,
      where: 'a.sqlite',
    };
    expect(countLine('ja', counts)).toBe('2 ファイル：保存 1、失敗 1。取組 1 件（a.sqlite）\n');
    expect(countLine('en', counts)).toBe('2 files: 1 stored, 1 failed; 1 item (a.sqlite)\n');
    const { stderr } = await chohyo(['ingest', '--yaer', '3', 'x', '--lang', 'ja']);
    expect(stderr).toBe('chohyo: E_USAGE: オプション --yaer はありません（--year のことですか）。「chohyo --help」をご覧ください。\n');
  });

  it('say what to do in the case at hand, not only what the code says', () => {
    expect(remedyIn('ja', 'E_USAGE', 'The document has 30 pages.')).toBe('この文書は 30 ページです。');
    expect(remedyIn('ja', 'E_USAGE', 'Something new.')).toBe('「chohyo --help」をご覧ください。');
  });
});

describe('the grammar tools', () => {
  it('tell in Japanese what was read and why a field stayed empty, and leave values alone', () => {
    const text = [
      'a.pdf by x: 90 % of what the grammar expects is printed',
      'item 0-1-1',
      '  title            No item was found',
      '                   beside, page 1 (10 20 30 40)',
      '  goal             — empty: "目標" is printed on page 2, but nothing beside or below it',
      '  result           — empty: "成果" is printed on page 1; beside it stands "評価", which is a label itself',
      '  warning W_ITEM_GAP page 3: 5 is missing before number 6',
      '  page 2 (1 2 3 4) item 5',
    ].join('\n');
    expect(trialIn('ja', text).split('\n')).toEqual([
      'a.pdf を x で読んだ結果：様式定義が求める語の 90 % が印刷されています',
      '取組 0-1-1',
      '  title            No item was found',
      '                   見出しの横、1 ページ (10 20 30 40)',
      '  goal             — 空："目標" は 2 ページにありますが、横にも下にも何もありません',
      '  result           — 空："成果" は 1 ページにあり、横の "評価" はそれ自体が見出しです',
      '  W_ITEM_GAP（3 ページ）：6 番の前に 5 番がありません',
      '  2 ページ (1 2 3 4) item 5',
    ]);
    expect(trialIn('en', text)).toBe(text);
  });

  it('tell in Japanese what is wrong in a grammar', () => {
    expect(problemIn('ja', 'items.each: there is no rows here; did you mean row? (there are: row, block, sheet)')).toBe(
      'items.each：rows は使えません。row のことですか（使えるもの：row, block, sheet）',
    );
    expect(problemIn('ja', 'title: something new')).toBe('title: something new');
  });

  it('comment a draft in Japanese', () => {
    expect(draftIn('ja', "# The six digits of the 全国地方公共団体コード: nobody's, until you put in the right ones.\nid: a")).toBe(
      '# 全国地方公共団体コード 6 桁。正しい番号に書き換えてください（この番号の団体はありません）。\nid: a',
    );
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
