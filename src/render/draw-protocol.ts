/** What the main thread and the drawing thread say to each other. Everything that comes back is checked. */
import { z } from 'zod';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const drawTaskSchema = z.strictObject({
  bytes,
  /** 1-based numbers of the pages to draw, in order. */
  pages: z.array(z.number().int()),
});
export type DrawTask = z.infer<typeof drawTaskSchema>;

export const drawMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('image'),
    image: z.strictObject({
      page: z.number().int(),
      width: z.number(),
      height: z.number(),
      bytes,
      substituted: z.array(z.string()),
    }),
  }),
  /** One page that cannot be drawn; the others can. */
  z.strictObject({ kind: z.literal('undrawn'), page: z.number().int(), why: z.string() }),
  /** The document cannot be opened. */
  z.strictObject({ kind: z.literal('unopened'), why: z.string() }),
  z.strictObject({ kind: z.literal('done') }),
]);
export type DrawMessage = z.infer<typeof drawMessageSchema>;
