import type { Selector } from './file-rule.js';

/** What a policy file may name; undefined where it cannot be known, and any name is taken. */
export interface KnownNames {
  readonly origins: Readonly<Record<Selector, readonly string[] | undefined>>;
  readonly scopes: readonly string[] | undefined;
  /** Routes whose handlers declare no policy, so that their data is not checked at all. */
  readonly uncheckedRoutes?: readonly string[];
}

/** Nothing is known: names are taken as they are. */
export const ANY_NAMES: KnownNames = {
  origins: {
    tools: undefined,
    routes: undefined,
    resources: undefined,
    prompts: undefined,
    upstreams: undefined,
  },
  scopes: undefined,
};
