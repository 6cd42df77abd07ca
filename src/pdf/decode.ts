/**
 * pdf.js' operator list → operations. One decoder an operator, looked up by the operator's number; operators without one carry nothing
 * that this project looks at.
 */
import { once } from '../model/once.js';
import type { Matrix } from './geometry.js';
import { IDENTITY, concat } from './geometry.js';
import type { Face, GraphicsParameters, Operation, PathPaint, PathPoint, ShownGlyph, Subpath } from './operations.js';
import { at, entries, field, isRecord, num, numbers, text } from './untyped.js';

type Codes = Readonly<Record<string, number>>;

/** What decoding needs beside the operator list. */
export interface DecodingContext {
  readonly ops: Readonly<Record<string, number>>;
  readonly fonts: ReadonlyMap<string, Face>;
  /** Whether an optional content group is switched on. */
  visible(group: unknown): boolean;
  /** Ids of the annotations that are form fields. */
  readonly fields: ReadonlySet<string>;
  /** What marked content reads as, by the place of its first operator in the list. */
  readonly actualTexts: ReadonlyMap<number, string>;
}

/** Operators, their arguments, and what decoding needs beside them. */
interface OperatorList {
  readonly fns: readonly number[];
  readonly args: readonly unknown[];
  readonly context: DecodingContext;
}

/** `i`: where in the list the operator stands. */
type Decoder = (arg: unknown, list: OperatorList, i: number) => Operation | undefined;

export function decode(fns: readonly number[], args: readonly unknown[], context: DecodingContext, visit: (operation: Operation) => void): void {
  const decoders = decodersOf(context.ops);
  const list: OperatorList = { fns, args, context };
  for (let i = 0; i < fns.length; i++) {
    const operation = decoders[fns[i] ?? -1]?.(args[i], list, i);
    if (operation !== undefined) visit(operation);
  }
}

/** Of pdf.js' operators by number. */
const decodersOf = once((ops: Codes): readonly (Decoder | undefined)[] => {
  const list: (Decoder | undefined)[] = [];
  for (const [name, decoder] of Object.entries(DECODERS)) {
    const code = ops[name];
    if (code !== undefined) list[code] = decoder;
  }
  return list;
});

const always =
  (operation: Operation): Decoder =>
  () =>
    operation;
const valueOf = (arg: unknown): number => num(at(arg, 0));

const DECODERS: Readonly<Record<string, Decoder>> = {
  save: always({ kind: 'save' }),
  restore: always({ kind: 'restore' }),
  showText: (arg) => ({ kind: 'show', items: shownItems(at(arg, 0)) }),
  transform: (arg) => ({ kind: 'transform', matrix: matrixOf(arg) }),
  beginText: always({ kind: 'beginText' }),
  nextLine: always({ kind: 'nextLine' }),
  clip: always({ kind: 'clip' }),
  eoClip: always({ kind: 'clip' }),
  setTextMatrix: (arg) => ({ kind: 'textMatrix', matrix: matrixOf(at(arg, 0)) }),
  moveText: (arg) => ({ kind: 'moveText', x: valueOf(arg), y: num(at(arg, 1)) }),
  setLeadingMoveText: (arg) => ({ kind: 'moveTextSetLeading', x: valueOf(arg), y: num(at(arg, 1)) }),
  setLeading: (arg) => ({ kind: 'leading', value: valueOf(arg) }),
  setCharSpacing: (arg) => ({ kind: 'charSpacing', value: valueOf(arg) }),
  setWordSpacing: (arg) => ({ kind: 'wordSpacing', value: valueOf(arg) }),
  setHScale: (arg) => ({ kind: 'horizontalScale', value: valueOf(arg) / 100 }),
  setTextRise: (arg) => ({ kind: 'rise', value: valueOf(arg) }),
  setTextRenderingMode: (arg) => ({ kind: 'renderMode', value: valueOf(arg) }),
  setLineWidth: (arg) => ({ kind: 'lineWidth', value: valueOf(arg) }),
  setDash: (arg) => ({ kind: 'dash', pattern: numbers(at(arg, 0)) }),
  setFillRGBColor: (arg) => ({ kind: 'fillColor', paint: colour(at(arg, 0)) }),
  setStrokeRGBColor: (arg) => ({ kind: 'strokeColor', paint: colour(at(arg, 0)) }),
  setFillColorN: always({ kind: 'fillColor', paint: null }),
  setFillTransparent: always({ kind: 'fillColor', paint: null }),
  setStrokeColorN: always({ kind: 'strokeColor', paint: null }),
  setStrokeTransparent: always({ kind: 'strokeColor', paint: null }),
  constructPath: (arg, { context }) => ({ kind: 'path', subpaths: subpathsOf(at(at(arg, 1), 0)), paint: pathPaints(context.ops)[valueOf(arg)] ?? NO_PAINT }),
  shadingFill: always({ kind: 'shading' }),
  paintFormXObjectBegin: (arg) => ({ kind: 'form', matrix: matrixOf(at(arg, 0), IDENTITY), bbox: boxNumbers(at(arg, 1)) }),
  paintFormXObjectEnd: always({ kind: 'endForm' }),
  beginGroup: (arg) => {
    const group = at(arg, 0);
    // The group's matrix comes again with the form inside it; here it only places the clip box.
    return { kind: 'group', matrix: matrixOf(field(group, 'matrix'), IDENTITY), bbox: boxNumbers(field(group, 'bbox')), mask: isRecord(field(group, 'smask')) };
  },
  endGroup: always({ kind: 'endGroup' }),
  beginAnnotation: (arg, { context }) => ({
    kind: 'annotation',
    rect: boxNumbers(at(arg, 1)),
    matrix: concat(matrixOf(at(arg, 2), IDENTITY), matrixOf(at(arg, 3), IDENTITY)),
    field: context.fields.has(String(at(arg, 0))),
  }),
  endAnnotation: always({ kind: 'endAnnotation' }),
  paintImageXObject: (_arg, list, i) => ({ kind: 'image', stencil: false, opaque: !hasMask(list, i) }),
  paintInlineImageXObject: (_arg, list, i) => ({ kind: 'image', stencil: false, opaque: !hasMask(list, i) }),
  paintImageMaskXObject: always({ kind: 'image', stencil: true, opaque: false }),
  paintSolidColorImageMask: always({ kind: 'image', stencil: true, opaque: true }),
  beginMarkedContent: (_arg, { context }, i) => ({ kind: 'beginMarked', visible: true, actualText: context.actualTexts.get(i) ?? null }),
  beginMarkedContentProps: (arg, { context }, i) => ({
    kind: 'beginMarked',
    visible: at(arg, 0) !== 'OC' || context.visible(at(arg, 1)),
    actualText: context.actualTexts.get(i) ?? null,
  }),
  endMarkedContent: always({ kind: 'endMarked' }),
  setFont: (arg, { context }) => {
    const face = context.fonts.get(String(at(arg, 0)));
    return face === undefined ? undefined : { kind: 'font', face, size: num(at(arg, 1)) };
  },
  setGState: (arg, { context }) => ({ kind: 'parameters', parameters: graphicsParameters(at(arg, 0), context.fonts) }),
};

/** pdf.js announces an image that has a mask by switching the soft mask off before it (`addImageOps`). */
function hasMask({ fns, args, context: { ops } }: OperatorList, i: number): boolean {
  const before = fns[i - 1] === ops['beginMarkedContentProps'] ? i - 2 : i - 1;
  if (fns[before] !== ops['setGState']) return false;
  return [...entries(at(args[before], 0))].some(([key, value]) => key === 'SMask' && value === false);
}

function shownItems(list: unknown): (ShownGlyph | number)[] {
  const items: (ShownGlyph | number)[] = [];
  if (!Array.isArray(list)) return items;
  for (const item of list) {
    if (typeof item === 'number') items.push(item);
    else if (isRecord(item)) items.push(shownGlyph(item));
  }
  return items;
}

/** pdf.js has one object for each code of a font; passed on as it is, it comes again wherever the code is shown. */
const shownGlyphs = new WeakMap<object, ShownGlyph>();

function shownGlyph(glyph: Readonly<Record<string, unknown>>): ShownGlyph {
  let shown = shownGlyphs.get(glyph);
  if (shown === undefined) shownGlyphs.set(glyph, (shown = makeShownGlyph(glyph)));
  return shown;
}

function makeShownGlyph(glyph: Readonly<Record<string, unknown>>): ShownGlyph {
  const code = glyph['originalCharCode'];
  const v = glyph['vmetric'];
  return {
    unicode: text(glyph['unicode']),
    code: typeof code === 'number' ? code : null,
    outline: String(glyph['fontChar']),
    width: num(glyph['width']),
    vmetric: Array.isArray(v) ? [num(v[0]), num(v[1]), num(v[2])] : null,
    isSpace: glyph['isSpace'] === true,
  };
}

function graphicsParameters(states: unknown, fonts: ReadonlyMap<string, Face>): GraphicsParameters {
  const out: { -readonly [K in keyof GraphicsParameters]: GraphicsParameters[K] } = {};
  for (const [key, value] of entries(states)) {
    if (key === 'ca') out.fillAlpha = num(value, 1);
    else if (key === 'CA') out.strokeAlpha = num(value, 1);
    else if (key === 'BM') out.blended = value !== 'source-over' && value !== 'Normal';
    else if (key === 'SMask') out.softMask = value === true || isRecord(value);
    else if (key === 'LW') out.lineWidth = Math.abs(num(value));
    else if (key === 'D') out.dash = numbers(at(value, 0));
    else if (key === 'Font') {
      const face = fonts.get(String(at(value, 0)));
      if (face !== undefined) out.font = { face, size: num(at(value, 1)) };
    }
  }
  return out;
}

/** What the operators that end a path paint, by their numbers; the others (`endPath`) paint nothing. */
const pathPaints = once((ops: Codes): readonly (PathPaint | undefined)[] => {
  const list: (PathPaint | undefined)[] = [];
  for (const [name, paint] of Object.entries(PATH_PAINTS)) {
    const code = ops[name];
    if (code !== undefined) list[code] = paint;
  }
  return list;
});

const NO_PAINT: PathPaint = { fill: false, stroke: false, evenOdd: false };
const FILLED: PathPaint = { fill: true, stroke: false, evenOdd: false };
const STROKED: PathPaint = { fill: false, stroke: true, evenOdd: false };
const BOTH: PathPaint = { fill: true, stroke: true, evenOdd: false };

const PATH_PAINTS: Readonly<Record<string, PathPaint>> = {
  fill: FILLED,
  eoFill: { ...FILLED, evenOdd: true },
  stroke: STROKED,
  closeStroke: STROKED,
  fillStroke: BOTH,
  closeFillStroke: BOTH,
  eoFillStroke: { ...BOTH, evenOdd: true },
  closeEOFillStroke: { ...BOTH, evenOdd: true },
};

/** pdf.js' path: 0 move (2 numbers), 1 line (2), 2 cubic (6), 3 quadratic (4), 4 close (`DrawOPS` in `src/shared/util.js`). */
function subpathsOf(data: unknown): Subpath[] {
  if (!(data instanceof Float32Array)) return [];
  const subpaths: Subpath[] = [];
  let points: PathPoint[] = [];
  const finish = (closed: boolean): void => {
    if (points.length > 1) subpaths.push({ points, closed });
  };
  let i = 0;
  while (i < data.length) {
    const op = data[i++] ?? 0;
    if (op === 4) {
      finish(true);
      // What follows a close without a move starts where the contour began.
      points = points.slice(0, 1);
      continue;
    }
    if (op === 0) {
      finish(false);
      points = [];
    }
    const count = op === 2 ? 6 : op === 3 ? 4 : 2;
    points.push({ x: data[i + count - 2] ?? 0, y: data[i + count - 1] ?? 0, curved: count > 2 });
    i += count;
  }
  finish(false);
  return subpaths;
}

// ── reading values ──────────────────────────────────────────────────────────────────────────────

function colour(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value) ? value : null;
}

function boxNumbers(value: unknown): number[] | null {
  const box = [0, 1, 2, 3].map((i) => at(value, i));
  return box.every((n) => typeof n === 'number') ? box : null;
}

export function matrixOf(value: unknown, otherwise: Matrix = IDENTITY): Matrix {
  if (typeof at(value, 0) !== 'number') return otherwise;
  return [num(at(value, 0)), num(at(value, 1)), num(at(value, 2)), num(at(value, 3)), num(at(value, 4)), num(at(value, 5))];
}
