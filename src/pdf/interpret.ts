/** Operations → glyph marks, and what else is painted: one pass that follows the graphics state (PDF 32000-1, chapters 8 and 9). */
import type { Box } from '../model/page.js';
import { readAs } from './actual-text.js';
import { glyphText } from './character.js';
import type { Matrix } from './geometry.js';
import { apply, boxOfPoints, concat, intersect, transformedBox } from './geometry.js';
import type { GlyphMark, GlyphSetting, GlyphStyle } from './marks.js';
import type { Face, GraphicsParameters, Operation, ShownGlyph, Subpath } from './operations.js';
import type { Painted } from './painted.js';
import type { PageContent } from './pdfjs.js';
import { placeGlyphs, TextFrame } from './place-glyph.js';
import type { GraphicsState } from './state.js';
import { brushOf, initialState } from './state.js';

/** A clip that lets nothing through: both sides of an empty intersection. */
const NOTHING: Box = { x0: -1e6, top: -1e6, x1: -1e6, bottom: -1e6 };

/** Is told of every mark; throws when there are too many. */
export interface MarkCounter {
  add(mark: 'glyphs' | 'rulings', count: number): void;
}

/** In painting order. */
export interface Interpreted {
  readonly glyphs: readonly GlyphMark[];
  readonly painted: readonly Painted[];
}

/** Follows a page's operations, as they are handed over by `follow`. `display` takes user space to points as displayed, `page` is the visible page. */
export function interpret(follow: PageContent['follow'], display: Matrix, page: Box, count: MarkCounter): Interpreted {
  const walker = new Walker(display, page, count);
  follow((operation) => {
    walker.step(operation);
  });
  return { glyphs: walker.glyphs, painted: walker.painted };
}

interface MarkedSequence {
  readonly visible: boolean;
  readonly actualText: string | null;
  /** Number of glyphs shown before it. */
  readonly firstGlyph: number;
}

class Walker {
  readonly glyphs: GlyphMark[] = [];
  readonly painted: Painted[] = [];
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private readonly marked: MarkedSequence[] = [];
  /** Open sequences on optional layers that are switched off. */
  private hiddenLayers = 0;
  /** Depth of groups that paint a soft mask and not the page; their marks are not seen as such. */
  private readonly groups: boolean[] = [];
  private maskGroups = 0;
  private clipPending = false;
  private order = 0;
  /** Of what was shown last. */
  private frame: TextFrame | undefined;
  private style: GlyphStyle | undefined;

  constructor(
    private readonly display: Matrix,
    private readonly page: Box,
    private readonly count: MarkCounter,
  ) {
    this.state = initialState(display, page);
  }

  step(op: Operation): void {
    const s = this.state;
    switch (op.kind) {
      case 'save':
        return this.save();
      case 'restore':
        return this.restore();
      case 'transform':
        s.ctm = concat(s.ctm, op.matrix);
        return;
      case 'lineWidth':
        s.lineWidth = op.value;
        return;
      case 'dash':
        s.dash = op.pattern;
        return;
      case 'fillColor':
        s.fill = op.paint;
        return;
      case 'strokeColor':
        s.stroke = op.paint;
        return;
      case 'parameters':
        return this.setParameters(op.parameters);
      case 'beginText':
        s.textMatrix = s.lineMatrix = [1, 0, 0, 1, 0, 0];
        return;
      case 'textMatrix':
        s.textMatrix = s.lineMatrix = op.matrix;
        return;
      case 'moveText':
        return this.moveText(op.x, op.y);
      case 'moveTextSetLeading':
        s.leading = -op.y;
        return this.moveText(op.x, op.y);
      case 'nextLine':
        return this.moveText(0, -s.leading);
      case 'leading':
        s.leading = op.value;
        return;
      case 'charSpacing':
        s.charSpacing = op.value;
        return;
      case 'wordSpacing':
        s.wordSpacing = op.value;
        return;
      case 'horizontalScale':
        s.horizontalScale = op.value;
        return;
      case 'rise':
        s.rise = op.value;
        return;
      case 'renderMode':
        s.renderMode = op.value;
        return;
      case 'font':
        s.face = op.face;
        s.fontSize = op.size;
        return;
      case 'show':
        return this.show(op.items);
      case 'clip':
        this.clipPending = true;
        return;
      case 'path':
        return this.path(op);
      case 'image':
        return this.image(op.stencil, op.opaque);
      case 'shading':
        return this.shading();
      case 'form':
        this.save();
        this.state.ctm = concat(this.state.ctm, op.matrix);
        if (op.bbox !== null) this.clipTo(op.bbox, this.state.ctm);
        return;
      case 'endForm':
        return this.restore();
      case 'group':
        return this.beginGroup(op);
      case 'endGroup':
        if (this.groups.pop() === true) this.maskGroups--;
        return this.restore();
      case 'annotation':
        // An appearance starts from the page's own initial state, whatever the content left behind.
        this.saved.length = 0;
        this.state = initialState(this.display, this.page);
        if (op.rect !== null) this.clipTo(op.rect, this.display);
        this.state.ctm = concat(this.display, op.matrix);
        this.state.annotation = !op.field;
        return;
      case 'endAnnotation':
        this.saved.length = 0;
        this.state = initialState(this.display, this.page);
        return;
      case 'beginMarked':
        this.marked.push({ visible: op.visible, actualText: op.actualText, firstGlyph: this.glyphs.length });
        if (!op.visible) this.hiddenLayers++;
        return;
      case 'endMarked':
        return this.endMarked();
    }
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private setParameters(p: GraphicsParameters): void {
    const s = this.state;
    s.fillAlpha = p.fillAlpha ?? s.fillAlpha;
    s.strokeAlpha = p.strokeAlpha ?? s.strokeAlpha;
    s.blended = p.blended ?? s.blended;
    s.softMask = p.softMask ?? s.softMask;
    s.lineWidth = p.lineWidth ?? s.lineWidth;
    s.dash = p.dash ?? s.dash;
    s.face = p.font?.face ?? s.face;
    s.fontSize = p.font?.size ?? s.fontSize;
  }

  private moveText(x: number, y: number): void {
    const s = this.state;
    s.textMatrix = s.lineMatrix = concat(s.lineMatrix, [1, 0, 0, 1, x, y]);
  }

  private beginGroup(op: Extract<Operation, { kind: 'group' }>): void {
    this.save();
    const s = this.state;
    if (op.bbox !== null) this.clipTo(op.bbox, concat(s.ctm, op.matrix));
    // Inside a group these start afresh and apply to the group as a whole (PDF 32000-1, 11.6.6); what is
    // painted in a see-through group stays see-through.
    s.softMask = false;
    this.groups.push(op.mask);
    if (op.mask) this.maskGroups++;
  }

  private endMarked(): void {
    const sequence = this.marked.pop();
    if (sequence === undefined) return;
    if (!sequence.visible) this.hiddenLayers--;
    if (sequence.actualText === null) return;
    // It is the text of one glyph, or of no more than it has characters: the many inside an outer sequence need no look.
    const count = this.glyphs.length - sequence.firstGlyph;
    if (count > 1 && count > sequence.actualText.length) return;
    const inside = this.glyphs.slice(sequence.firstGlyph);
    const texts = readAs(
      sequence.actualText,
      inside.map(({ text }) => text),
    );
    inside.forEach((glyph, i) => {
      this.glyphs[sequence.firstGlyph + i] = { ...glyph, text: texts[i] ?? glyph.text };
    });
  }

  private get painting(): boolean {
    return this.maskGroups === 0 && this.hiddenLayers === 0;
  }

  private clipTo(bbox: readonly number[], matrix: Matrix): void {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox;
    this.state.clip = intersect(this.state.clip, transformedBox(matrix, x0, y0, x1, y1)) ?? NOTHING;
  }

  private path(op: Extract<Operation, { kind: 'path' }>): void {
    const { subpaths, paint } = op;
    if (this.painting && (paint.fill || paint.stroke)) {
      this.count.add('rulings', subpaths.length);
      this.painted.push({ kind: 'path', subpaths, paint, brush: brushOf(this.state), order: ++this.order });
    }
    // A clip without a path is ignored, as viewers do; taken literally it would blank the page.
    if (this.clipPending && subpaths.length > 0) {
      const box = pathBox(subpaths, this.state.ctm);
      this.state.clip = intersect(this.state.clip, box) ?? NOTHING;
    }
    this.clipPending = false;
  }

  private image(stencil: boolean, opaque: boolean): void {
    const s = this.state;
    if (!this.painting || s.fillAlpha === 0) return;
    const box = transformedBox(s.ctm, 0, 0, 1, 1);
    const upright = (s.ctm[1] === 0 && s.ctm[2] === 0) || (s.ctm[0] === 0 && s.ctm[3] === 0);
    const solid = upright && opaque && s.fillAlpha === 1 && !s.blended && !s.softMask;
    this.count.add('rulings', 1);
    this.painted.push({ kind: 'image', box, stencil, solid, brush: brushOf(s), order: ++this.order });
  }

  private shading(): void {
    const { clip, fillAlpha, annotation } = this.state;
    if (!this.painting || fillAlpha === 0) return;
    this.count.add('rulings', 1);
    this.painted.push({ kind: 'area', area: { box: clip, color: null, opaque: false, kind: 'other', order: ++this.order, annotation } });
  }

  private show(items: readonly (ShownGlyph | number)[]): void {
    const s = this.state;
    const { face, annotation } = s;
    if (face === null) return;
    if (this.frame?.isOf(s) !== true) this.frame = new TextFrame(s.ctm, s.textMatrix, s.fontSize, s.horizontalScale);
    const boxes = placeGlyphs(s, face, this.frame, items);
    if (this.maskGroups > 0) return;
    this.count.add('glyphs', boxes.length);
    const style = this.styleNow(face, this.frame.setting);
    let next = 0;
    for (const glyph of items) {
      if (typeof glyph === 'number') continue;
      const box = boxes[next++];
      if (box !== undefined) this.glyphs.push({ text: glyphText(face, glyph), box, style, order: ++this.order, annotation });
    }
  }

  /** How glyphs are painted now: as the last ones, as a rule. */
  private styleNow(face: Face, setting: GlyphSetting): GlyphStyle {
    const { renderMode, fill, stroke, fillAlpha, strokeAlpha, clip } = this.state;
    const mode = renderMode % 4;
    const fills = mode === 0 || mode === 2;
    const strokes = mode === 1 || mode === 2;
    const paints = strokes ? (fills ? [fill, stroke] : [stroke]) : fills ? [fill] : [];
    const opaque = (fills && fillAlpha > 0) || (strokes && strokeAlpha > 0);
    const layerOff = this.hiddenLayers > 0;
    const last = this.style;
    const isLast = last?.face === face && last.setting === setting && last.clip === clip && last.opaque === opaque && last.layerOff === layerOff;
    if (isLast && last.paints.length === paints.length && last.paints[0] === paints[0] && last.paints[1] === paints[1]) return last;
    this.style = { face, setting, paints, opaque, layerOff, clip };
    return this.style;
  }
}

function pathBox(subpaths: readonly Subpath[], ctm: Matrix): Box {
  return boxOfPoints(subpaths.flatMap(({ points }) => points.map(({ x, y }) => apply(ctm, x, y))));
}
