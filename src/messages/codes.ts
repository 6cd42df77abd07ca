/**
 * Every code that a message may have: what it means and what to do, in both languages. docs/diagnostics.md is made from
 * this, and messages in Japanese. Rooms word their messages in English where they arise; `says` gives the Japanese for
 * each wording, its parameters by name: a wording without one is shown in English, behind the Japanese meaning.
 */
import type { CodeEntry } from './entry.js';
import { failures } from './failures.js';
import { findings } from './findings.js';

export const codes: Readonly<Record<string, CodeEntry>> = { ...failures, ...findings };
