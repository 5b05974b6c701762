/**
 * Functions of `Math` under names of their own, for what is done with most characters: in a context of node:vm, where tests
 * run, one look at a global takes a hundred times as long as the function itself.
 */
export const { clz32, imul, max, min, round } = Math;
