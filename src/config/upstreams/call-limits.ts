/** Whose calls are counted together: one person's, all of one client's, or everybody's. */
export const COUNTED_BY = ['person', 'client', 'all'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** Calls a minute. A call needs room in each. */
export type CallLimits = Readonly<Partial<Record<CountedBy, number>>>;
