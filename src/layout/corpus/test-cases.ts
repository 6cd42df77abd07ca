/**
 * Reads the corpus: tiny drawn pages, the tables that a person reads off them, and the rules that each case is needed for.
 *
 * A case is an entry of a YAML file in this folder. `draw` is a drawing as in `test-draw.ts`; `also` adds what a drawing cannot
 * show: text of other sizes, fonts or directions, lines, colours, curves. Places are points of the drawing's page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Table } from '../../model/layout.js';
import type { Glyph, Page } from '../../model/page.js';
import { toBodySize } from '../body-size.js';
import { isRuleId, type RuleId } from '../evidence/registry.js';
import { PLAIN_BOOK, type Rulebook } from '../evidence/rulebook.js';
import { layoutDocument } from '../index.js';
import { drawGlyph, drawParts, drawRuling, pageOf } from '../test-draw.js';
import { textGrid } from '../test-read.js';
import { turnUpright } from '../upright.js';

const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const itemSchema = z.union([
  z.strictObject({
    text: z.string(),
    /** Top left corner of the first character's em box. */
    at: z.tuple([z.number(), z.number()]),
    /** From one character's left edge to the next one's; set solid without it. */
    step: z.number().optional(),
    /** Downwards instead of to the right: from one top to the next. */
    down: z.number().optional(),
    size: z.number().optional(),
    font: z.number().optional(),
    turn: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
    vertical: z.literal(true).optional(),
    askew: z.literal(true).optional(),
    annotation: z.literal(true).optional(),
  }),
  z.strictObject({
    line: z.enum(['h', 'v']),
    at: z.number(),
    from: z.number(),
    to: z.number(),
    width: z.number().optional(),
    dashed: z.literal(true).optional(),
    annotation: z.literal(true).optional(),
    /** The edge of a colour, not a line drawn. */
    edge: z.literal(true).optional(),
  }),
  z.strictObject({ fill: boxSchema }),
  z.strictObject({ curve: boxSchema }),
  z.strictObject({ slant: boxSchema }),
]);

const pageSchema = z.strictObject({
  draw: z.string().optional(),
  /** Top left corner of the drawing. */
  at: z.tuple([z.number(), z.number()]).default([50, 50]),
  size: z.tuple([z.number(), z.number()]).default([600, 840]),
  also: z.array(itemSchema).default([]),
});

const caseSchema = z.strictObject({
  title: z.string(),
  /** Without any one of these rules the case fails. */
  needs: z.array(z.string().refine(isRuleId, 'no such rule')),
  pages: z.array(pageSchema).min(1),
  /** Rows of cell texts, lines joined by a space; null where a merged cell covers the place, ╱ where an empty cell is crossed out. */
  tables: z.array(z.array(z.array(z.string().nullable()))),
  /** Lines outside of tables that are no furniture, where the case is about them. */
  outside: z.array(z.string()).optional(),
});

export type CasePage = z.infer<typeof pageSchema>;
export type CaseItem = z.infer<typeof itemSchema>;
export interface Case extends Omit<z.infer<typeof caseSchema>, 'needs'> {
  readonly needs: readonly RuleId[];
  /** The file's name. */
  readonly file: string;
}

const folder = fileURLToPath(new URL('./', import.meta.url));

export function loadCases(): readonly Case[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.flatMap((file) =>
    z
      .array(caseSchema)
      .parse(parse(readFileSync(`${folder}${file}`, 'utf8')))
      .map((entry) => ({ ...entry, needs: entry.needs.filter(isRuleId), file })),
  );
}

export const pagesOf = (pages: readonly CasePage[]): Page[] => pages.map(pageOfCase);

function pageOfCase({ draw, at: [x, y], size: [width, height], also }: CasePage, index: number): Page {
  const drawn = draw === undefined ? { glyphs: [], rulings: [] } : drawParts(draw, x, y);
  return pageOf({
    number: index + 1,
    width,
    height,
    glyphs: [...drawn.glyphs, ...also.flatMap((item) => ('text' in item ? glyphsOf(item) : []))],
    rulings: [...drawn.rulings, ...also.flatMap((item) => ('line' in item ? [rulingOf(item)] : []))],
    fills: also.flatMap((item) => ('fill' in item ? [{ box: boxOf(item.fill), color: '#cccccc', order: 0 }] : [])),
    shapes: also.flatMap((item) => ('curve' in item ? [{ box: boxOf(item.curve), color: '#000000', order: 0 }] : [])),
    diagonals: also.flatMap((item) =>
      'slant' in item ? [{ x0: item.slant[0], y0: item.slant[1], x1: item.slant[2], y1: item.slant[3], width: 0.5, order: 0 }] : [],
    ),
  });
}

const boxOf = ([x0, top, x1, bottom]: z.infer<typeof boxSchema>): { x0: number; top: number; x1: number; bottom: number } => ({ x0, top, x1, bottom });

function rulingOf({ line, at, from, to, width, dashed, annotation, edge }: Extract<CaseItem, { line: string }>): Page['rulings'][number] {
  return drawRuling(line, at, from, to, {
    ...(width === undefined ? {} : { width }),
    ...(dashed ? { dashed } : {}),
    ...(annotation ? { annotation } : {}),
    ...(edge ? { source: 'edge' as const } : {}),
  });
}

function glyphsOf({ text, at: [x, top], step, down, size, font, turn, vertical, askew, annotation }: Extract<CaseItem, { text: string }>): Glyph[] {
  const more: Partial<Glyph> = {
    ...(size === undefined ? {} : { size }),
    ...(font === undefined ? {} : { font }),
    ...(turn === undefined ? {} : { turn }),
    ...(vertical ? { vertical } : {}),
    ...(askew ? { askew } : {}),
    ...(annotation ? { annotation } : {}),
  };
  let [left, above] = [x, top];
  return [...text].map((character) => {
    const glyph = drawGlyph(character === '␣' ? ' ' : character, left, above, more);
    const { box } = glyph;
    if (down === undefined) left += step ?? box.x1 - box.x0;
    else above += down;
    const em = glyph.size;
    return down !== undefined && (vertical || turn !== undefined) ? { ...glyph, box: { ...box, x1: box.x0 + em, bottom: box.top + em } } : glyph;
  });
}

/** What a reader of the pages is given: tables as rows of cell texts, and the lines outside of them. */
export interface CaseResult {
  readonly tables: (string | null)[][][];
  readonly outside: string[];
}

/** Reads pages as `tables` does: upright, at body size, unruled tables too. */
export function readCase(pages: readonly Page[], book: Rulebook = PLAIN_BOOK): CaseResult {
  const { tables, pages: layouts } = layoutDocument(
    toBodySize(pages.map(turnUpright)).map(({ page }) => page),
    { unruled: true, book },
  );
  return {
    tables: tables.map(rowsOf),
    outside: layouts.flatMap(({ free }) => free.filter(({ furniture }) => furniture === undefined).map(({ line }) => line.text)),
  };
}

function rowsOf(table: Table): (string | null)[][] {
  const rows = textGrid(table).map((row) => row.map((cell) => cell?.replaceAll('\n', ' ') ?? null));
  for (const { row, col } of table.cells.filter(({ parts }) => parts.some(({ crossedOut }) => crossedOut))) rows[row]?.splice(col, 1, '╱');
  return rows;
}
