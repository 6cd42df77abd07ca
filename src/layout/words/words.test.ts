import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { PLAIN_BOOK } from '../evidence/rulebook.js';
import { measurePage, readPage } from '../layout-page.js';
import { PLAIN_SETTING } from '../spaces.js';
import { drawTable } from '../test-draw.js';
import { joinLanguages, type Language, type Lexicon, USUAL_LEXICON } from './index.js';

const german: Language = {
  noNumber: ['k\\. ?A\\.'],
  captions: { table: ['tabelle\\s*[0-9]+'], figure: ['abbildung\\s*[0-9]+'], other: [] },
  captionNumbers: ['(?:tabelle|abbildung)\\s*[0-9]+'],
  notes: ['quelle:'],
  numbering: ['kapitel\\s*[0-9]+'],
  connectives: ['und', 'der'],
  page: { before: ['seite'], of: ['von'], behind: [] },
};

describe('a lexicon', () => {
  const known = (text: string) => [USUAL_LEXICON, joinLanguages([german])].map((lexicon) => lexicon.captionOf(text));

  it('knows the captions of its languages', () => {
    expect([known('Table 3. Grants'), known('第３表 人口'), known('Tabelle 3: Zuschüsse')]).toEqual([
      ['table', undefined],
      ['table', undefined],
      [undefined, 'table'],
    ]);
  });

  it('asks words whole, and at the end of a text', () => {
    const { isConnective, isPlaceholder } = joinLanguages([german]);
    expect([isConnective('Land der'), isConnective('Länder'), isPlaceholder('k. A.'), isPlaceholder('k. A. 1')]).toEqual([true, false, true, false]);
  });

  it('has no words of a language that has none', () => {
    const { isNote, isDate, isNumber, isCaption } = joinLanguages([]);
    expect([isNote('注１'), isDate('June 1, 2006'), isCaption('Table 1'), isNumber('12円'), isNumber('1,234')]).toEqual([false, false, false, false, true]);
  });
});

test('a page is read by the words of its book', () => {
  const page = drawTable(`
Ort              Zahl   Anteil
Hafen              71      182
Markt              29      657
Bahnhof            69      161
Quelle: 12         70      310`);
  const rows = (lexicon: Lexicon) =>
    readPage(measurePage(page), PLAIN_SETTING, true, new Set(), { ...PLAIN_BOOK, lexicon }).pageTables.map(({ ys }) => ys.length - 1);
  expect([rows(USUAL_LEXICON), rows(joinLanguages([german]))]).toEqual([[5], [4]]);
});

test('no file of the room but those of this folder has words in its patterns', () => {
  const room = fileURLToPath(new URL('../', import.meta.url));
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/u.test(file) && !/test|^words/u.test(file));
  const patternsIn = (code: string): string[] =>
    [...code.matchAll(/(?<=[\s(!])\/(?![/*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/[\n])+\/[gimsu]*u/gu)].map(([pattern]) => pattern);
  const withoutClasses = (pattern: string): string => pattern.replace(/\\[pu](?:\{[^}]*\}|[0-9a-f]{4})|\[(?:\\.|[^\]])*\]/gu, '');
  const hasWords = (pattern: string): boolean => /[A-Za-z]{2}|\p{Script=Han}/u.test(withoutClasses(pattern).replace(/\/[gimsu]*$/u, ''));
  expect(files.flatMap((file) => patternsIn(readFileSync(`${room}${file}`, 'utf8')).filter(hasWords))).toEqual([]);
});
