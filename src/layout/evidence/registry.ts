/** Every rule of the room, by its id. `docs/layout.md` lists them with the case that each is needed for. */
import { joins } from './joins.js';
import { roles } from './roles.js';
import { type RuleKind, type RuleText, WEIGHT } from './rule.js';
import { separators } from './separators.js';
import { signs } from './signs.js';
import { vetoes } from './vetoes.js';

const texts = { ...separators, ...roles, ...joins, ...vetoes, ...signs };

export type RuleId = keyof typeof texts;
export type SignId = keyof typeof signs;

const kinds: readonly (readonly [RuleKind, Readonly<Record<string, RuleText>>])[] = [
  ['separator', separators],
  ['role', roles],
  ['join', joins],
  ['veto', vetoes],
  ['sign', signs],
];

export interface Rule extends RuleText {
  readonly id: RuleId;
  readonly kind: RuleKind;
  /** From 0 to 1: see `WEIGHT`. */
  readonly weight: number;
}

export const isRuleId = (id: string): id is RuleId => Object.hasOwn(texts, id);

export const RULES: readonly Rule[] = kinds.flatMap(([kind, rules]) =>
  Object.entries(rules).flatMap(([id, text]) => (isRuleId(id) ? [{ ...text, id, kind, weight: WEIGHT[text.basis] }] : [])),
);

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
