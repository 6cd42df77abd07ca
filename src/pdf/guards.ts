/** Stops pdf.js where a page unfolds to more than any page holds, before the memory is full. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { ChohyoError } from '../model/errors.js';
import { LARGEST_INFLATED } from './inflate.js';
import { at, field, num } from './untyped.js';

/** Is told of operators as they come; throws when there are too many. */
export interface OperatorCounter {
  add(mark: 'operators', count: number): void;
  /** `count`: states saved (`q`) and not yet restored. */
  nest(count: number): void;
}

export function tooLarge(): ChohyoError {
  return new ChohyoError({
    code: 'E_LIMIT_SIZE',
    message: `a part of the file unpacks to more than ${LARGEST_INFLATED / (1024 * 1024)} MB`,
    remedy: 'Print the document anew as PDF from its source, or leave this file out.',
  });
}

/**
 * Counts a page's operators chunk by chunk as the parser sends them (`PDFPageProxy._renderPageChunk`): a file
 * of two kilobytes can unfold to millions, and the whole list is more than the memory holds. After the last
 * straw nothing more is kept.
 */
export function countOperators(page: PDFPageProxy, ops: Readonly<Record<string, number>>, tally: OperatorCounter, stop: (reason: Error) => void): void {
  const keep: unknown = Reflect.get(page, '_renderPageChunk');
  if (typeof keep !== 'function') return;
  let stopped = false;
  let open = 0;
  Reflect.set(page, '_renderPageChunk', (chunk: unknown, state: unknown) => {
    if (stopped) return;
    try {
      const { operators, saved } = operatorsIn(chunk, ops);
      open = Math.max(0, open + saved);
      tally.add('operators', operators);
      tally.nest(open);
    } catch (error) {
      stopped = true;
      stop(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    Reflect.apply(keep, page, [chunk, state]);
  });
}

/** Forms shown within forms. Real ones are nested some five deep; at some thousands pdf.js has no stack left, which Node reports past us. */
const DEEPEST_FORM = 500;

/** Sees to it that the parser stops where forms are nested too deep. */
export function formsWithinForms(ops: Readonly<Record<string, number>>, stop: (reason: Error) => void) {
  let page = 0;
  let depth = 0;
  return {
    beginPage(number: number): void {
      page = number;
      depth = 0;
    },
    see(operators: readonly unknown[]): void {
      for (const operator of operators) {
        if (operator === ops['paintFormXObjectBegin']) depth++;
        else if (operator === ops['paintFormXObjectEnd']) depth--;
      }
      if (depth <= DEEPEST_FORM) return;
      const reason = new ChohyoError({
        code: 'E_LIMIT_OPERATORS',
        message: `page ${page} shows forms within forms, more than ${DEEPEST_FORM} deep`,
        remedy: 'Print the document anew as PDF from its source, or leave this file out.',
      });
      stop(reason);
      // To the parser it is a fault of the content, as it knows them.
      throw Object.assign(new Error(reason.message), { name: 'FormatError' });
    },
  };
}

/** A path is one operator of the list, whatever the number of its segments; each of these is three numbers at least. */
function operatorsIn(chunk: unknown, ops: Readonly<Record<string, number>>): { readonly operators: number; readonly saved: number } {
  const fns = field(chunk, 'fnArray');
  const args = field(chunk, 'argsArray');
  if (!Array.isArray(fns)) return { operators: 0, saved: 0 };
  const { constructPath, save, restore } = ops;
  let operators = fns.length;
  let saved = 0;
  for (let i = 0; i < fns.length; i++) {
    const fn: unknown = fns[i];
    if (fn === constructPath) operators += Math.floor(num(field(at(at(at(args, i), 1), 0), 'length')) / 3);
    else if (fn === save) saved++;
    else if (fn === restore) saved--;
  }
  return { operators, saved };
}
