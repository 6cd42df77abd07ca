/** Lines, columns and rows → a table of the page: every place of the grid covered by one cell. */
import type { Line } from '../../model/layout.js';
import { type TableSign, unruledEvidence } from '../evidence/confidence.js';
import { boundingBox } from '../geometry.js';
import { gatherRows, type Row } from '../lines.js';
import { isSpace } from '../marks.js';
import type { PageCell, PageTable } from '../page-table.js';
import { writeLine, type Writer } from '../write-line.js';
import type { Placement } from './columns.js';
import { findHeaderCells, headerCuts } from './header.js';
import { midHeading } from './mid-heading.js';
import { LEADER_DOTS, type Phrase, type PhraseLine } from './phrases.js';
import type { Rows } from './rows.js';
import type { Rule } from './rules.js';
import { homeOf } from './spill.js';

/** A cell in the making; rows and columns inclusive. */
interface Draft {
  top: number;
  bottom: number;
  first: number;
  last: number;
  readonly phrases: Phrase[];
}

export function buildTable(
  lines: readonly PhraseLine[],
  placement: Placement,
  rows: Rows,
  rules: readonly Rule[],
  writer: Writer,
  signs: readonly TableSign[],
): PageTable {
  const drafts: Draft[] = [];
  /** First line of each row. */
  const starts: number[] = [];
  for (const group of rows.groups) {
    const first = group[0] ?? 0;
    if (first < rows.header) {
      const cells = findHeaderCells(lines.slice(0, rows.header), placement, rules, writer.book);
      const cuts = headerCuts(cells);
      const rowOf = (line: number): number => cuts.filter((cut) => cut <= line).length;
      starts.push(0, ...cuts);
      for (const cell of cells) {
        drafts.push({ top: rowOf(cell.from), bottom: rowOf(cell.to), first: cell.first, last: cell.last, phrases: cell.phrases });
      }
      continue;
    }
    const row = starts.length;
    starts.push(first);
    for (const { phrases } of group.flatMap((i) => lines[i] ?? [])) {
      for (const phrase of phrases) {
        const place =
          phrases.length > 1
            ? homeOf(phrase, placement, writer.book)
            : ((group.length === 1 ? midHeading(phrase, placement) : undefined) ?? placement.places.get(phrase) ?? { first: 0, last: 0 });
        drafts.push({ top: row, bottom: row, ...place, phrases: [phrase] });
      }
    }
  }
  const cells = joinOverlapping(drafts);
  // Spaces behind the last word of a line may reach anywhere; leader dots are the table's.
  const printed = lines.flatMap((line) => line.phrases.flatMap((phrase) => phrase.members.filter(({ glyph }) => !isSpace(glyph))));
  const box = boundingBox(printed.map((member) => member.box));
  const xs = edgesBetween(
    placement.columns.map(({ x0, x1 }) => [x0, x1] as const),
    box.x0,
    box.x1,
  );
  const ys = edgesBetween(
    starts.map((start, i) => {
      const own = lines.slice(start, starts[i + 1] ?? lines.length);
      return [Math.min(...own.map((line) => line.top)), Math.max(...own.map((line) => line.bottom))] as const;
    }),
    box.top,
    box.bottom,
  );
  const read = fill(cells, starts.length, placement.columns.length).map((draft) => cellOf(draft, xs, ys, writer));
  return { kind: 'unruled', page: writer.page, box, xs, ys, cells: read, evidence: unruledEvidence({ xs, ys, cells: read }, signs) };
}

/** Edges in the middle of the white between neighbours; ascending even where neighbours overlap. */
function edgesBetween(extents: readonly (readonly [number, number])[], from: number, to: number): number[] {
  const edges = [from];
  extents.slice(1).forEach(([start], i) => {
    const end = extents[i]?.[1] ?? start;
    edges.push(Math.max((start + end) / 2, edges[edges.length - 1] ?? from));
  });
  edges.push(Math.max(to, edges[edges.length - 1] ?? to));
  return edges;
}

/** Drafts that claim the same place are one cell, as large as both. */
function joinOverlapping(drafts: readonly Draft[]): Draft[] {
  const owner = new Map<string, Draft>();
  const joined = new Set<Draft>();
  for (const draft of drafts) {
    const whole: Draft = { ...draft, phrases: [...draft.phrases] };
    for (let others = othersAt(whole, owner, joined); others.length > 0; others = othersAt(whole, owner, joined)) {
      for (const other of others) {
        joined.delete(other);
        whole.top = Math.min(whole.top, other.top);
        whole.bottom = Math.max(whole.bottom, other.bottom);
        whole.first = Math.min(whole.first, other.first);
        whole.last = Math.max(whole.last, other.last);
        whole.phrases.push(...other.phrases);
      }
    }
    joined.add(whole);
    for (const place of placesOf(whole)) owner.set(place, whole);
  }
  return [...joined];
}

const othersAt = (draft: Draft, owner: ReadonlyMap<string, Draft>, joined: ReadonlySet<Draft>): Draft[] => [
  ...new Set(
    placesOf(draft).flatMap((place) => {
      const other = owner.get(place);
      return other !== undefined && joined.has(other) ? [other] : [];
    }),
  ),
];

/** Empty cells for the places that nothing covers; in order of rows, then columns. */
function fill(drafts: readonly Draft[], rows: number, cols: number): Draft[] {
  const covered = new Set(drafts.flatMap((draft) => placesOf(draft)));
  const all = [...drafts];
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < cols; c += 1) {
      if (!covered.has(`${r} ${c}`)) all.push({ top: r, bottom: r, first: c, last: c, phrases: [] });
    }
  }
  return all.sort((a, b) => a.top - b.top || a.first - b.first);
}

function placesOf(draft: Draft): string[] {
  const places: string[] = [];
  for (let r = draft.top; r <= draft.bottom; r += 1) {
    for (let c = draft.first; c <= draft.last; c += 1) places.push(`${r} ${c}`);
  }
  return places;
}

function cellOf(draft: Draft, xs: readonly number[], ys: readonly number[], writer: Writer): PageCell {
  return {
    row: draft.top,
    col: draft.first,
    rowSpan: draft.bottom - draft.top + 1,
    colSpan: draft.last - draft.first + 1,
    box: { x0: xs[draft.first] ?? 0, top: ys[draft.top] ?? 0, x1: xs[draft.last + 1] ?? 0, bottom: ys[draft.bottom + 1] ?? 0 },
    lines: writePhrases(draft.phrases, writer),
    crossedOut: false,
    openTop: false,
    openBottom: false,
  };
}

export function writePhrases(phrases: readonly Phrase[], writer: Writer): Line[] {
  return gatherRows(phrases.flatMap((phrase) => phrase.members.map(({ glyph }) => glyph)))
    .filter((row) => row.members.some(({ glyph }) => !isSpace(glyph)))
    .map((row) => writeRow(row, writer));
}

/** Leader dots stand far apart: what they lead from is written by its own gaps. */
function writeRow(row: Row, writer: Writer): Line {
  let end = row.members.length;
  while (/^[.․‥…·・\s]+$/u.test(row.members[end - 1]?.glyph.text ?? '')) end -= 1;
  const dots = row.members.slice(end).filter(({ glyph }) => !isSpace(glyph)).length;
  if (end === 0 || dots < LEADER_DOTS) return writeLine(row, writer);
  const part = (members: Row['members']): Line => writeLine({ ...row, members, box: boundingBox(members.map((m) => m.box)) }, writer);
  const [text, leader] = [part(row.members.slice(0, end)), part(row.members.slice(end))];
  return {
    ...text,
    text: `${text.text} ${leader.text}`,
    raw: `${text.raw} ${leader.raw}`,
    box: boundingBox([text.box, leader.box]),
    glyphs: [...text.glyphs, ...leader.glyphs],
  };
}
