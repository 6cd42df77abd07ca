import { expect, test } from 'vitest';
import { findingsText } from './findings-text.js';
import type { FileReport } from './ingest-files.js';

const doubtful = (path: string): FileReport => ({ path, status: 'unchanged', findings: [], doubtful: true, problems: [], notes: [] });
const line = (path: string): string => `${path}: as many warnings as items: look at it beside its pages (chohyo review) before you use it\n`;

test('Files with as many warnings as items are named, of many the first three', () => {
  expect(findingsText(['a', 'b', 'c'].map(doubtful))).toBe(['a', 'b', 'c'].map(line).join(''));
  expect(findingsText(['a', 'b', 'c', 'd', 'e'].map(doubtful))).toBe(
    `${['a', 'b', 'c'].map(line).join('')}… and 2 more files with as many warnings as items\n`,
  );
});
