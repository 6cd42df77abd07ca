/** The words are kuromoji's own, though what they cost is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import kuromoji, { type IpadicFeatures, type Tokenizer } from 'kuromoji';
import { beforeAll, expect, test } from 'vitest';
import { segmenter, type Segmenter, type WordKind } from './words.js';

let segment: Segmenter;
let whole: Tokenizer<IpadicFeatures>;
beforeAll(async () => {
  segment = segmenter();
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  whole = await new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => (error instanceof Error ? reject(error) : resolve(tokenizer)));
  });
});

/** The kind by the features that kuromoji itself gives to a word. */
function kindByFeatures({ pos, pos_detail_1: detail }: IpadicFeatures): WordKind {
  if (detail === '句点') return 'fullStop';
  if (detail === '読点') return 'comma';
  if (detail === '括弧開') return 'opening';
  if (pos === '記号') return 'sign';
  if (pos === '助詞') return detail === '終助詞' ? 'finalParticle' : 'particle';
  if (pos === '助動詞') return 'auxiliary';
  if (detail === '接尾') return 'suffix';
  if (detail === '非自立') return 'dependent';
  if (pos === '連体詞') return 'adnominal';
  return pos === '接頭詞' ? 'prefix' : 'other';
}

function expectSame(text: string): void {
  expect(segment(text)).toEqual(whole.tokenize(text).map((token) => ({ surface: token.surface_form, kind: kindByFeatures(token) })));
}

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('expected.json'))
  .flatMap((name) => readFileSync(join(root, name), 'utf8').match(/"[^"]*[ぁ-ん][^"]*"/gu) ?? []);

test('every text of the fixtures falls into the same words of the same kind', () => {
  expect(texts.length).toBeGreaterThan(1000);
  for (const text of texts) expectSame(text);
});

test('so does any mixture of their pieces, cut anywhere, with other scripts and signs between', () => {
  const piece = fc.tuple(fc.constantFrom(...texts), fc.nat(30), fc.nat(20)).map(([text, from, length]) => text.slice(from, from + length));
  const other = fc.string({ unit: fc.constantFrom(...'あァー亜ＡａZ9０、。「）・～%㌔Ⅲ① \u3000\n') });
  const lone = fc.constantFrom('𠮟', '😀').map((character) => `あ${character}あ`);
  fc.assert(fc.property(fc.array(fc.oneof(piece, other, lone), { maxLength: 6 }), (parts) => expectSame(parts.join(''))));
});

test('the words, one after the other, are the text, also where kuromoji loses some of it: behind characters beyond the basic plane', () => {
  const lost = '𠮟😀あり';
  expect(
    whole
      .tokenize(lost)
      .map(({ surface_form: surface }) => surface)
      .join(''),
  ).not.toBe(lost);
  const surfaces = (text: string): string =>
    segment(text)
      .map(({ surface }) => surface)
      .join('');
  expect(surfaces(lost)).toBe(lost);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(fc.constantFrom(...'𠮟😀あ亜a、'), fc.string({ unit: 'binary', maxLength: 1 })) }),
      (text) => surfaces(text) === text,
    ),
  );
});
