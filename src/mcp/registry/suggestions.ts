/** What is suggested for an argument: values, and how many there are beyond those. */
export type Suggestions =
  | readonly string[]
  | { readonly values: readonly string[]; readonly total?: number; readonly hasMore?: boolean };
