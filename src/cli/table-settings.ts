/** The file of `tables --settings`: JSON or YAML, lengths in em of the body's text. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { BODY, USUAL_TOLERANCES } from '../layout/tolerances.js';
import type { Result } from '../model/errors.js';
import type { TableSettings } from '../reader/document-tables.js';

/** More than this is no tolerance: whole lines of text would be near. */
const MOST = 5;

const NAMES = ['rulings_within', 'stray_end', 'gutter', 'unruled'];

const em = z.number({ error: 'is a number (em of the body text)' }).min(0, 'is 0 or more').max(MOST, `is ${MOST} em at most`).exactOptional();

const settingsSchema = z.strictObject(
  {
    rulings_within: em,
    stray_end: em,
    gutter: em,
    unruled: z.boolean({ error: 'is true or false' }).exactOptional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'it holds no settings' : undefined) },
);

/** `E_SETTINGS` names the setting that is wrong. */
export async function readTableSettings(path: string): Promise<Result<TableSettings>> {
  const wrong = (what: string): Result<TableSettings> => ({
    ok: false,
    failure: { code: 'E_SETTINGS', message: `${path}: ${what}`, remedy: `Settings are ${NAMES.join(', ')}; see docs/layout.md.` },
  });
  let given: unknown;
  try {
    given = parse(await readFile(path, 'utf8'));
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return wrong(line.replace(/:$/u, ''));
  }
  const read = settingsSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    if (issue?.code === 'unrecognized_keys') return wrong(`there is no setting ${issue.keys.join(', ')}`);
    return wrong([issue?.path.join('.') ?? '', issue?.message ?? ''].filter((part) => part !== '').join(' '));
  }
  const {
    rulings_within: within = USUAL_TOLERANCES.sameRuling / BODY,
    stray_end: stray = USUAL_TOLERANCES.strayEnd / BODY,
    gutter = USUAL_TOLERANCES.gutter,
    unruled = true,
  } = read.data;
  return { ok: true, value: { sameRuling: within * BODY, strayEnd: stray * BODY, gutter, unruled } };
}
