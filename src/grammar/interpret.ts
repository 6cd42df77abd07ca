/** DocumentLayout × Grammar → Draft. Pure; values are made of the draft elsewhere. */
import type { DocumentLayout } from '../model/layout.js';
import type { Claims } from './claims.js';
import type { Draft } from './draft.js';
import { withoutEchoes } from './echoes.js';
import { withExpectedReadings } from './expected-readings.js';
import { isEmpty, passageOfCell } from './passage.js';
import { Reading } from './reading.js';
import type { Grammar } from './schema.js';
import { readTitle, withoutAsides } from './title.js';
import { unitsOf, type Unit } from './units.js';
import { Walk } from './walk.js';

export { passagesOf } from './title.js';

export interface Interpretation {
  readonly draft: Draft;
  readonly claims: Claims;
  readonly units: readonly Unit[];
}

export function interpret(printed: DocumentLayout, grammar: Grammar): Interpretation {
  const layout = withExpectedReadings(printed, grammar);
  const reading = new Reading(grammar);
  const units = unitsOf(layout);
  const { title, fiscalYear } = readTitle(units, reading);
  new Walk(reading).walk(withoutAsides(units, reading));
  // Head rows that a later page repeats say what the first ones said.
  for (const { cells, repeatedHeaders } of layout.tables) {
    const isRead = cells.some((cell) => reading.claims.leftOver(passageOfCell(cell)).length === 0 && !isEmpty(passageOfCell(cell)));
    if (isRead) for (const cell of repeatedHeaders) reading.claims.claim(passageOfCell(cell), 'label');
  }
  const draft: Draft = {
    title,
    fiscalYear,
    sheets: reading.sheets,
    nodes: withoutEchoes(
      reading.nodes,
      reading.sheets.flatMap(({ items }) => items),
      reading.claims,
    ),
    indicators: reading.indicators,
    footnotes: reading.footnotes,
    listed: reading.listed,
    findings: reading.findings,
  };
  return { draft, claims: reading.claims, units };
}
