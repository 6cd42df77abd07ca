/** What is known of one code, in both languages. */
export interface CodeText {
  readonly means: string;
  readonly todo: string;
}

export interface CodeEntry {
  readonly en: CodeText;
  readonly ja: CodeText;
  /** English wording → Japanese wording; `{name}` stands for what differs. */
  readonly says?: Readonly<Record<string, string>>;
}

export const entry = (en: readonly [means: string, todo: string], ja: readonly [means: string, todo: string], says?: CodeEntry['says']): CodeEntry => ({
  en: { means: en[0], todo: en[1] },
  ja: { means: ja[0], todo: ja[1] },
  ...(says === undefined ? {} : { says }),
});
