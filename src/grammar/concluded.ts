/** What of a value's place nobody drew: text printed outside its cell, and cells that are what they are by the rest of their table. */
import type { Conclusion, Line } from '../model/layout.js';
import type { Box, Glyph } from '../model/page.js';
import { isHanging } from '../text/breaking.js';
import { placeOf, type Finding } from './draft.js';
import type { Passage, Segment } from './passage.js';

/** Tells what the values that it is shown rest on: a line that fills several fields, and a conclusion that bears on several, once. */
export class ConclusionTeller {
  readonly findings: Finding[] = [];
  readonly #untold: Set<Conclusion>;
  readonly #outside = new Set<Line>();

  constructor(conclusions: readonly Conclusion[]) {
    this.#untold = new Set(conclusions);
  }

  tell(passage: Passage): void {
    for (const segment of outsideOf(passage)) this.#tellOutside(segment);
    for (const conclusion of this.#untold) {
      if (passage.some((segment) => bearsOn(conclusion, segment))) this.#tellConclusion(conclusion);
    }
  }

  #tellOutside(segment: Segment): void {
    if (this.#outside.has(segment.line)) return;
    this.#outside.add(segment.line);
    const place = placeOf([segment]);
    const message = 'this line of a value is printed over the ruling of its cell';
    this.findings.push({ severity: 'info', code: 'I_OVER_RULING', message, ...(place ? { place } : {}) });
  }

  #tellConclusion(conclusion: Conclusion): void {
    this.#untold.delete(conclusion);
    const { rule, says, page, box } = conclusion;
    const message = `not drawn here, but concluded: ${says} (${rule})`;
    this.findings.push({ severity: 'info', code: 'I_CONCLUDED', message, place: { page, box } });
  }
}

/**
 * The segments of a passage with a glyph beyond their bounds (its middle, as cells are told by that), a comma or full stop that hangs
 * over the end of its line aside (ぶら下げ, JIS X 4051): it cannot begin the line of another cell.
 */
function outsideOf(passage: Passage): Passage {
  return passage.filter((segment) => {
    const outside: Glyph[] = [];
    for (let i = segment.from; i < segment.to; i++) {
      const glyph = segment.line.glyphs[i]?.glyph;
      if (glyph !== undefined && !holds(segment, glyph.box) && glyph.text.trim() !== '') outside.push(glyph);
    }
    const [first] = outside;
    return first !== undefined && !(outside.length === 1 && isHanging(first.text));
  });
}

function holds({ bounds }: Segment, box: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.top + box.bottom) / 2;
  return x >= bounds.x0 && x <= bounds.x1 && y >= bounds.top && y <= bounds.bottom;
}

/** The segment's cell lies in part within the place; where that is a ruling, on either side of it. */
function bearsOn({ page, box }: Conclusion, { line, bounds }: Segment): boolean {
  return line.page === page && meets(box.x0, box.x1, bounds.x0, bounds.x1) && meets(box.top, box.bottom, bounds.top, bounds.bottom);
}

function meets(from: number, to: number, low: number, high: number): boolean {
  const common = Math.min(to, high) - Math.max(from, low);
  return from === to ? common >= 0 : common > 0;
}
