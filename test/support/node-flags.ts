/**
 * For service processes that live for one test file. V8 optimizes the embedded database's WebAssembly in the background
 * soon after it starts, which costs more processor time than so short a life gets back: let only hot functions have it.
 */
export const NODE_FLAGS = ['--wasm-tiering-budget=100000000'];
