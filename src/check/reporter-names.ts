/** The forms of the report: apart from the reporters, so that --help needs none of them. */
export const reporterNames = ['text', 'junit', 'github', 'json'] as const;
export type ReporterName = (typeof reporterNames)[number];
