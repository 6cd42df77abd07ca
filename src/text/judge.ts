/** Judges of joints that geometry leaves open. */
import type { JointJudge } from './joint.js';
import { segmenter, type Word, type WordKind } from './words.js';

/** Characters of each side that a judge looks at: a clause is seldom longer. */
const CONTEXT = 20;

/**
 * Judges by Japanese words: the text runs on where the joint falls inside a word or a clause; it breaks where what stands
 * on the left could end a line of a list and what stands on the right could begin one. The dictionary is loaded with the
 * first joint in doubt.
 */
export const wordJudge: JointJudge = (left, right) => {
  const head = left.trimEnd().slice(-CONTEXT);
  return tieOf(segmenter()(head + right.trimStart().slice(0, CONTEXT)), head.length);
};

/** What may end a line of a list or a heading: a full stop, or the remark in parentheses behind a name. */
function mayEnd({ kind, surface }: Word): boolean {
  return kind === 'fullStop' || /[）)】〕]$/u.test(surface);
}

/** Words that cannot begin a line of their own: particles, auxiliaries, suffixes, commas. */
const LEANS: ReadonlySet<WordKind> = new Set(['particle', 'finalParticle', 'auxiliary', 'suffix', 'dependent', 'fullStop', 'comma', 'sign']);

/** Words that cannot end a line of their own: particles, commas, and what only stands before a noun. */
const LEANS_ON: ReadonlySet<WordKind> = new Set(['particle', 'adnominal', 'prefix', 'comma', 'opening']);

function tieOf(words: readonly Word[], joint: number): ReturnType<JointJudge> {
  let end = 0;
  for (const [i, word] of words.entries()) {
    end += word.surface.length;
    if (end < joint) continue;
    const next = words[i + 1];
    if (end > joint || next === undefined || LEANS.has(next.kind)) return 'inside';
    if (mayEnd(word)) return 'break';
    return LEANS_ON.has(word.kind) ? 'inside' : 'join';
  }
  return 'inside';
}
