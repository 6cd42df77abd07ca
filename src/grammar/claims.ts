/**
 * What became of every glyph: field, label or furniture; what nobody claimed is left over.
 * A glyph counts once; where two claim it the stronger stands (a merged cell read for two records).
 */
import type { Glyph } from '../model/page.js';
import type { Line } from '../model/layout.js';
import { placedGlyphs, type Passage } from './passage.js';

export type Claim = 'field' | 'label' | 'furniture';

const strength: Readonly<Record<Claim, number>> = { field: 3, label: 2, furniture: 1 };

export interface GlyphCounts {
  readonly glyphs: number;
  readonly field: number;
  readonly label: number;
  readonly furniture: number;
  readonly leftOver: number;
}

export class Claims {
  readonly #of = new Map<Glyph, Claim>();

  claim(passage: Passage, claim: Claim): void {
    for (const { line, from, to } of passage) {
      for (let index = from; index < to; index++) {
        const glyph = line.glyphs[index]?.glyph;
        if (glyph === undefined) continue;
        const held = this.#of.get(glyph);
        if (held === undefined || strength[held] < strength[claim]) this.#of.set(glyph, claim);
      }
    }
  }

  /** Takes a claim back to a weaker one: what was read turned out to be no value. */
  release(passage: Passage, claim: Claim): void {
    for (const { glyph } of placedGlyphs(passage)) this.#of.set(glyph, claim);
  }

  of(glyph: Glyph): Claim | undefined {
    return this.#of.get(glyph);
  }

  /** Visible glyphs of the lines given: blanks and deleted text are not counted. */
  count(lines: Iterable<Line>): GlyphCounts {
    const counts = { glyphs: 0, field: 0, label: 0, furniture: 0, leftOver: 0 };
    for (const line of lines) {
      for (const { glyph, struck } of line.glyphs) {
        if (struck || glyph.text.trim() === '') continue;
        counts.glyphs += 1;
        counts[this.#of.get(glyph) ?? 'leftOver'] += 1;
      }
    }
    return counts;
  }

  /** The part of a passage that nobody claimed: one passage a run of neighbouring glyphs. */
  leftOver(passage: Passage): Passage {
    return passage.flatMap((segment) => {
      const runs: Passage[number][] = [];
      let from = -1;
      for (let index = segment.from; index <= segment.to; index++) {
        const placed = index < segment.to ? segment.line.glyphs[index] : undefined;
        const free = placed && !placed.struck && placed.glyph.text.trim() !== '' && !this.#of.has(placed.glyph);
        if (free) {
          if (from < 0) from = index;
        } else if (from >= 0) {
          runs.push({ ...segment, from, to: index });
          from = -1;
        }
      }
      return runs;
    });
  }
}
