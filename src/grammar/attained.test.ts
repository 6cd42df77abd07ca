import { expect, it } from 'vitest';
import { attainedBy } from './make-records.js';

it('a printed rating decides about an only measure: what is partly attained is not attained', () => {
  expect((['exceeded', 'achieved', 'partial', 'not_achieved', null] as const).map(attainedBy)).toEqual([1, 1, 0, 0, null]);
});
