/** Judges of joints that geometry leaves open. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import type { JointJudge } from './joint.js';

/** Characters of each side that a judge looks at: a clause is seldom longer. */
const CONTEXT = 20;

/**
 * A judge who knows Japanese words (IPADIC; takes about half a second and 350 MB to load, so load it
 * only when a first reading met doubts): the text runs on where the joint falls inside a word or a clause; it breaks
 * where what stands on the left could end a line of a list and what stands on the right could begin one.
 */
export async function kuromojiJudge(): Promise<JointJudge> {
  const tokenizer = await loadTokenizer();
  return (left, right) => {
    const head = left.trimEnd().slice(-CONTEXT);
    const tokens = tokenizer.tokenize(head + right.trimStart().slice(0, CONTEXT));
    return tieOf(tokens, head.length);
  };
}

async function loadTokenizer(): Promise<Tokenizer<IpadicFeatures>> {
  const { default: kuromoji } = await import('kuromoji');
  const dictionary = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath: dictionary }).build((error, tokenizer) => {
      // The types promise an Error, the library passes null.
      if (error instanceof Error) reject(error);
      else resolve(tokenizer);
    });
  });
}

/** What may end a line of a list or a heading: a full stop, or the remark in parentheses behind a name. */
function mayEnd(token: IpadicFeatures): boolean {
  return token.pos_detail_1 === '句点' || /[）)】〕]$/u.test(token.surface_form);
}

/** Words that cannot begin a line of their own: particles, auxiliaries, suffixes, commas. */
function leans(token: IpadicFeatures): boolean {
  const dependent = token.pos === '助詞' || token.pos === '助動詞' || (token.pos === '記号' && token.pos_detail_1 !== '括弧開');
  return dependent || token.pos_detail_1 === '接尾' || token.pos_detail_1 === '非自立';
}

/** Words that cannot end a line of their own: particles, commas, and what only stands before a noun. */
function leansOn(token: IpadicFeatures): boolean {
  const particle = token.pos === '助詞' && token.pos_detail_1 !== '終助詞';
  return particle || token.pos === '連体詞' || token.pos === '接頭詞' || token.pos_detail_1 === '読点' || token.pos_detail_1 === '括弧開';
}

function tieOf(tokens: readonly IpadicFeatures[], joint: number): ReturnType<JointJudge> {
  let end = 0;
  for (const [i, token] of tokens.entries()) {
    end += token.surface_form.length;
    if (end < joint) continue;
    const next = tokens[i + 1];
    if (end > joint || next === undefined || leans(next)) return 'inside';
    if (mayEnd(token)) return 'break';
    return leansOn(token) ? 'inside' : 'join';
  }
  return 'inside';
}

/** Counts the doubts of a first reading, so that a better judge is loaded only when there were any. */
export interface RecordingJudge {
  readonly judge: JointJudge;
  readonly doubts: () => number;
}

export function recordingJudge(fallback: JointJudge): RecordingJudge {
  let doubts = 0;
  return {
    judge: (left, right) => {
      doubts += 1;
      return fallback(left, right);
    },
    doubts: () => doubts,
  };
}
