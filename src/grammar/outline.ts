/**
 * The outline: headings above what follows, with their descriptions and marks.
 *
 * ```
 * 施策 1  質の高い行政運営の推進          repeated at the head of each page: the same node
 * 方向性1 経営的な視点による行政運営
 *   ■ …                                  what follows a heading describes it
 * 基本事業1 窓口の改善       指標No.1     a mark beside the heading
 * ```
 */
import type { NodeDraft } from './draft.js';
import { match, placedGlyphs, plainText, type Passage, says } from './passage.js';
import type { Reading } from './reading.js';
import type { OutlineRule } from './schema.js';

export class OutlineReader {
  readonly #outline: OutlineRule;
  readonly #reading: Reading;
  /** A heading that stands alone in its line: its title follows. */
  #untitled: NodeDraft | undefined;
  /** A mark read before the heading that it belongs to (set a little higher on the same line). */
  #earlyMarks: Passage | undefined;
  #lastPart: { node: NodeDraft; part: 'title' | 'description' } | undefined;

  constructor(outline: OutlineRule, reading: Reading) {
    this.#outline = outline;
    this.#reading = reading;
  }

  isHeading(passage: Passage): boolean {
    return this.#levelOf(passage) !== undefined;
  }

  /** Headings of one level beside each other: the heads of columns that list what belongs to each, no headings of what follows. */
  areColumnHeads(beside: readonly Passage[]): boolean {
    const levels = beside.map((passage) => this.#levelOf(passage));
    return levels.length > 1 && levels[0] !== undefined && levels.every((level) => level === levels[0]);
  }

  /** The place of its level in the outline; none for a reference, which names what stands under it by its number (方向性1 基本事業2). */
  #levelOf(passage: Passage): number | undefined {
    const { levels } = this.#outline;
    const depth = levels.findIndex(({ pattern }) => says(passage, pattern));
    const title = match(passage, levels[depth]?.pattern ?? '(?!)')?.groups['title'];
    const isReference = title !== undefined && levels.some(({ pattern }, below) => below > depth && says(title, pattern));
    return depth < 0 || isReference ? undefined : depth;
  }

  /** A heading, the title of one that stood alone in its line, or the title of one that is open, printed again. */
  mayBeHead(passage: Passage): boolean {
    return this.isHeading(passage) || this.#untitled !== undefined || this.#repeatsTitle(passage);
  }

  /** Reads a passage (a line, or a cell outside every record). False when it is nothing of the outline. */
  read(passage: Passage): boolean {
    let rest = passage;
    if (this.#outline.marks) {
      const marked = match(passage, this.#outline.marks);
      const numbers = marked?.groups['indicator_nos'];
      if (marked && numbers) {
        // A mark stands at the edge of a heading or alone, never inside a sentence.
        const alone = marked.before.length === 0 && marked.after.length === 0;
        const beside = !alone && (this.isHeading(marked.before) || this.isHeading(marked.after));
        if (alone || beside) {
          this.#mark(marked.whole, numbers, beside ? undefined : this.#reading.node);
          if (alone) return true;
          rest = [...marked.before, ...marked.after];
        }
      }
    }
    if (rest.length > 1 && this.#isMixed(rest)) return rest.map((segment) => this.#readPiece([segment])).some(Boolean);
    return this.#readPiece(rest);
  }

  /** A cell that holds a heading and more below it is read line by line. */
  #isMixed(passage: Passage): boolean {
    const [first, ...others] = passage;
    if (!first) return false;
    return (
      others.some((segment) => this.isHeading([segment])) || (this.isHeading([first]) && others.some((segment) => /^[■●・◆○※]/u.test(plainText([segment]))))
    );
  }

  #mark(whole: Passage, numbers: Passage, node: NodeDraft | undefined): void {
    this.#reading.claims.claim(whole, 'label');
    this.#reading.claims.claim(numbers, 'field');
    if (node && node.marks.length === 0) node.marks = numbers;
    else this.#earlyMarks = numbers;
  }

  #readPiece(passage: Passage): boolean {
    const depth = this.#levelOf(passage);
    const level = depth === undefined ? undefined : this.#outline.levels[depth];
    const found = level && match(passage, level.pattern);
    const number = found?.groups['number'];
    if (depth === undefined || !level || !number) return this.#readText(passage);
    this.#open(depth, level.level, plainText(number), found.groups['title'] ?? [], passage);
    return true;
  }

  #open(depth: number, level: string, number: string, title: Passage, whole: Passage): void {
    const reading = this.#reading;
    const held = ancestorAt(reading.node, depth);
    const saysSame = held?.number === number && (title.length === 0 || plainText(held.title) === plainText(title) || held.title.length === 0);
    if (held && saysSame) {
      // The head repeated on the next page.
      reading.claims.claim(whole, 'label');
      if (held.title.length === 0) held.title = title;
      // So far it stood in an overview only: this is where it begins.
      if (this.#isBare(held)) held.page = whole[0]?.line.page ?? held.page;
      // Named by its number alone so far: its title may follow here.
      this.#untitled = held.title.length === 0 ? held : undefined;
      this.#lastPart = undefined;
      return;
    }
    const parent = depth > 0 ? ancestorAt(reading.node, depth - 1) : undefined;
    const node: NodeDraft = {
      level,
      depth,
      number,
      path: [...(parent?.path ?? []), number],
      parent,
      page: whole[0]?.line.page ?? 1,
      title,
      description: [],
      marks: this.#earlyMarks ?? [],
    };
    this.#earlyMarks = undefined;
    reading.claims.claim(whole, 'label');
    reading.claims.claim(title, 'field');
    reading.nodes.push(node);
    reading.node = node;
    this.#untitled = title.length === 0 ? node : undefined;
    this.#lastPart = { node, part: 'title' };
  }

  #isBare(node: NodeDraft): boolean {
    const reading = this.#reading;
    const isUsed = reading.sheets.some(({ items }) => items.some((item) => item.node === node)) || reading.nodes.some(({ parent }) => parent === node);
    return node.description.length === 0 && !isUsed;
  }

  #readText(passage: Passage): boolean {
    const reading = this.#reading;
    const node = reading.node;
    // The arrows of a diagram say nothing.
    if (!node || placedGlyphs(passage).length === 0 || /^[←-⇿➔-➾▲-◅]+$/u.test(plainText(passage))) return false;
    if (this.#repeatsTitle(passage)) {
      reading.claims.claim(passage, 'label');
      return true;
    }
    if (this.#untitled) {
      this.#untitled.title = passage;
      this.#untitled = undefined;
      reading.claims.claim(passage, 'field');
      return true;
    }
    // Below a block only a new heading opens text again.
    if (!this.#lastPart || this.#lastPart.node !== node) return false;
    if (this.#lastPart.part === 'title' && continuesTitle(node.title, passage)) {
      node.title = [...node.title, ...passage];
    } else {
      node.description = [...node.description, ...passage];
      this.#lastPart = { node, part: 'description' };
    }
    reading.claims.claim(passage, 'field');
    return true;
  }

  #repeatsTitle(passage: Passage): boolean {
    for (let above = this.#reading.node; above; above = above.parent) {
      if (above.title.length > 0 && plainText(above.title) === plainText(passage)) return true;
    }
    return false;
  }

  /** A record came: what follows it is no longer the heading's description. */
  interrupt(): void {
    this.#untitled = undefined;
    this.#lastPart = undefined;
  }
}

function ancestorAt(node: NodeDraft | undefined, depth: number): NodeDraft | undefined {
  for (let above = node; above; above = above.parent) if (above.depth === depth) return above;
  return undefined;
}

/** A heading set in larger type that runs on: the next line has the same size, and the first reached the end of its room. */
function continuesTitle(title: Passage, next: Passage): boolean {
  const last = title.at(-1);
  const first = next[0];
  if (!last || !first || last.line.page !== first.line.page) return false;
  const reached = last.line.box.x1 > last.bounds.x1 - last.line.size * 1.5;
  return reached && Math.abs(last.line.size - first.line.size) < 0.1 && first.line.box.top - last.line.box.bottom < last.line.size;
}
