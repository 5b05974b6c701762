/**
 * For service processes that live for one test file: what costs more processor time than so short a life gets back. V8
 * optimizes the embedded database's WebAssembly in the background soon after it starts, and the functions of a start that
 * hardly run again; a large room for what is new is filled once, page by page.
 */
export const NODE_FLAGS = [
  '--wasm-tiering-budget=100000000',
  '--max-optimized-bytecode-size=0',
  '--max-semi-space-size=4',
];
