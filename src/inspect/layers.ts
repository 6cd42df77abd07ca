/**
 * What the reader made of a PDF, drawn: glyphs with what became of them, rulings, fills, cells, lines
 * and fields, page by page. Pure data in, plain data out; it crosses a thread boundary and lands in a page.
 */
import { z } from 'zod';

/** x0, top, x1, bottom; points, origin top left of the page as displayed, to a tenth. */
const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const glyphSchema = z.strictObject({
  box: boxSchema,
  text: z.string(),
  /**
   * What became of it: `field`, `label`, `furniture`, `left-over` (no part of the grammar accounts for it),
   * `unread` (no grammar fits), `struck` (deleted text), `hidden` (see `why`).
   */
  state: z.enum(['field', 'label', 'furniture', 'left-over', 'unread', 'struck', 'hidden']),
  why: z.string().optional(),
  size: z.number(),
  /** Index into the page's fonts. */
  font: z.number().int(),
  color: z.string(),
  turn: z.number(),
  vertical: z.literal(true).optional(),
});

export const layersPageSchema = z.strictObject({
  number: z.number().int(),
  width: z.number(),
  height: z.number(),
  kind: z.string(),
  fonts: z.array(z.string()),
  glyphs: z.array(glyphSchema),
  rulings: z.array(z.strictObject({ box: boxSchema, axis: z.enum(['h', 'v']), width: z.number(), color: z.string(), dashed: z.boolean(), source: z.string() })),
  fills: z.array(z.strictObject({ box: boxSchema, color: z.string() })),
  cells: z.array(
    z.strictObject({
      box: boxSchema,
      /** Number of the table in the document, from 1. */
      table: z.number().int(),
      ruled: z.boolean(),
      row: z.number().int(),
      col: z.number().int(),
      rowSpan: z.number().int(),
      colSpan: z.number().int(),
      text: z.string(),
      /** A header that says again what the first page said; it was dropped. */
      repeated: z.literal(true).optional(),
      crossedOut: z.literal(true).optional(),
      /** Which part of how many, of a cell that a page break cuts. */
      part: z.string().optional(),
    }),
  ),
  /** Lines in cells and outside them. */
  lines: z.array(z.strictObject({ box: boxSchema, text: z.string(), writing: z.string(), free: z.boolean(), furniture: z.string().optional() })),
  fields: z.array(z.strictObject({ box: boxSchema, name: z.string(), record: z.string(), raw: z.string() })),
  /** What the rules of the layout room proposed, as `tables` reads the page; see docs/layout.md. */
  proposals: z.array(
    z.strictObject({ box: boxSchema, rule: z.string(), proposes: z.string(), weight: z.number(), won: z.boolean(), against: z.array(z.string()) }),
  ),
  findings: z.array(z.strictObject({ box: boxSchema.nullable(), severity: z.string(), code: z.string(), message: z.string() })),
});

export const layersSchema = z.strictObject({
  file: z.string(),
  producer: z.string(),
  /** The grammar that was read with; empty when none fits. */
  grammar: z.string(),
  ranking: z.array(z.strictObject({ id: z.string(), score: z.number(), fits: z.boolean(), found: z.array(z.string()), missing: z.array(z.string()) })),
  pages: z.array(layersPageSchema),
  /** Findings about no page in particular. */
  findings: z.array(z.string()),
});

export type Layers = z.infer<typeof layersSchema>;
export type LayersPage = z.infer<typeof layersPageSchema>;
export type LayerGlyph = z.infer<typeof glyphSchema>;
export type LayerBox = z.infer<typeof boxSchema>;
