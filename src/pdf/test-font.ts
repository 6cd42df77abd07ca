/** Makes TrueType fonts as small as can be, for tests: each glyph a square, or nothing. */

/** The bytes of a font, Latin-1: 1000 units an em, each glyph as wide. Readers draw the first in the place of empty ones. */
export function tinyFont(glyphs: readonly ('square' | 'empty')[]): string {
  const square = Buffer.concat([
    int16(1, 0, 0, 500, 500), // one contour, its box
    int16(3, 0), // its last point; no instructions
    Buffer.from([0x01, 0x01, 0x01, 0x01]), // four points on the curve
    int16(0, 0, 500, 0), // steps across
    int16(0, 500, 0, -500), // steps up
  ]);
  const outlines = glyphs.map((kind) => (kind === 'square' ? square : Buffer.alloc(0)));
  const count = outlines.length;
  const places = outlines.map((_, i) => outlines.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const end = outlines.reduce((sum, { length }) => sum + length, 0);
  const tables: Readonly<Record<string, Buffer>> = {
    cmap: Buffer.concat([int16(0, 1, 3, 1, 0, 12), int16(4, 24, 0, 2, 2, 0, 0, -1, 0, -1, 1, 0)]),
    glyf: Buffer.concat(outlines),
    head: Buffer.concat([int16(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 500, 0, 8, 2, 1, 0)]),
    hhea: int16(1, 0, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, count),
    hmtx: int16(...outlines.flatMap(() => [1000, 0])),
    loca: int32(...places, end),
    maxp: int16(1, 0, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  };
  const names = Object.keys(tables);
  let place = 12 + 16 * names.length;
  const records = names.map((name) => {
    const { length } = tables[name] ?? Buffer.alloc(0);
    const record = Buffer.concat([Buffer.from(name), int32(0, place, length)]);
    place += Math.ceil(length / 4) * 4;
    return record;
  });
  const bodies = Object.values(tables).map((table) => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]));
  return Buffer.concat([int16(1, 0, names.length, 64, 2, 48), ...records, ...bodies]).toString('latin1');
}

const int16 = (...values: readonly number[]): Buffer => whole(2, values);
const int32 = (...values: readonly number[]): Buffer => whole(4, values);

function whole(bytes: number, values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * bytes);
  values.forEach((value, i) => buffer.writeIntBE(value > 0x7fff && bytes === 2 ? value - 0x10000 : value, i * bytes, bytes));
  return buffer;
}
