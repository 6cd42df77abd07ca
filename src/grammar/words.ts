/** The words that grammars are written with: labels, patterns, and how a labelled value is read. */
import { z } from 'zod';

/** A regular expression whose named groups are fields; tried on the text with single spaces, then without any. */
export const pattern = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    try {
      new RegExp(source, 'dsu');
    } catch (error) {
      context.addIssue({ code: 'custom', message: `not a regular expression: ${error instanceof Error ? error.message : String(error)}` });
    }
  })
  .describe('A regular expression; its named groups are fields.');

const label = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    if (!source.startsWith('/')) return;
    if (source.length < 3 || !source.endsWith('/')) {
      context.addIssue({ code: 'custom', message: 'a label that begins with / is a regular expression and must end with /' });
      return;
    }
    try {
      new RegExp(source.slice(1, -1), 'su');
    } catch (error) {
      context.addIssue({ code: 'custom', message: `not a regular expression: ${error instanceof Error ? error.message : String(error)}` });
    }
  })
  .describe('The text of a label, without white space and width; between slashes a regular expression over the folded text.');

/** One label, or its variants over the years. */
export const labels = z.union([label, z.array(label).min(1)]).transform((value): readonly string[] => (typeof value === 'string' ? [value] : value));

/**
 * How a value's lines become its text: `text` joins soft wraps and keeps authored line breaks, `name` joins every line (a
 * word set in a narrow column), `number` and `date` are text that must read as such, `choices` reads one or more of the
 * words listed, `marked` takes the options that a mark singles out (■, ●, ☑, ○ in the next cell), `list` every cell;
 * the last three are joined with ・.
 */
export const readings = ['text', 'name', 'number', 'date', 'choices', 'marked', 'list'] as const;

/** Where a label's value stands; `auto`: to the right, else below, else in the same cell. `inside`: the label is a line within another's cell. */
export const directions = ['auto', 'right', 'below', 'left', 'inside'] as const;

/** A label, and how what stands under it is read. */
export interface LabelledField {
  readonly label: readonly string[];
  readonly as: (typeof readings)[number];
  readonly choices: readonly string[];
  /** Sheets of some years do without it. */
  readonly optional: boolean;
  /** Splits the value into fields, by named groups. */
  readonly pattern: string | undefined;
  /** The heading or label that a label occurring more than once stands under. */
  readonly under: readonly string[];
  readonly value: (typeof directions)[number];
  /** A value set in several cells: as one phrase, or each cell a line. */
  readonly cells: 'one' | 'joined' | 'lines';
}

/** The parts of a labelled field that a grammar may spell out; a bare label means the rest as below. */
export const labelledParts = {
  label: labels,
  as: z.enum(readings).default('text'),
  choices: z.array(z.string()).default([]),
  optional: z.boolean().default(false),
  pattern: pattern.optional(),
  under: labels.default([]),
  value: z.enum(directions).default('auto'),
  cells: z.enum(['one', 'joined', 'lines']).default('one'),
};

export function bareLabel(label: readonly string[]): LabelledField {
  return { label, as: 'text', choices: [], optional: false, pattern: undefined, under: [], value: 'auto', cells: 'one' };
}

export const labelledField = z
  .union([labels, z.strictObject(labelledParts)])
  .transform((value): LabelledField => ('label' in value ? { ...value, pattern: value.pattern } : bareLabel(value)));
