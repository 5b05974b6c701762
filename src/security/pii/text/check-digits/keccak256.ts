const LANES = 25;
const ROUNDS = 24;
/** Octets that each permutation takes in: 1600 bits less twice the 256 of the digest. */
const RATE = 136;

/** Where each lane goes (pi) and by how many bits it is turned (rho), in the order of the walk from lane 1. */
const WALK = walk();
const ROUND_CONSTANTS = roundConstants();

/** Keccak-256 as Ethereum uses it: padded as before FIPS 202, so that it is not SHA3-256. Hexadecimal. */
export function keccak256(message: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil((message.length + 1) / RATE) * RATE);
  padded.set(message);
  padded[message.length]! |= 0x01;
  padded[padded.length - 1]! |= 0x80;
  const words = new DataView(padded.buffer);
  const state = new Int32Array(2 * LANES);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let word = 0; word < RATE / 4; word++) state[word]! ^= words.getInt32(block + 4 * word, true);
    permute(state);
  }
  return Buffer.from(state.buffer, 0, 32).toString('hex');
}

/** Keccak-f[1600]; a lane is its low and its high half, signed so that they stay small integers. */
function permute(state: Int32Array): void {
  for (let round = 0; round < ROUNDS; round++) {
    theta(state);
    rhoAndPi(state);
    chi(state);
    state[0]! ^= ROUND_CONSTANTS[2 * round]!;
    state[1]! ^= ROUND_CONSTANTS[2 * round + 1]!;
  }
}

const columns = new Int32Array(10);

function theta(state: Int32Array): void {
  for (let half = 0; half < 10; half++)
    columns[half] =
      state[half]! ^ state[half + 10]! ^ state[half + 20]! ^ state[half + 30]! ^ state[half + 40]!;
  for (let x = 0; x < 5; x++) {
    const left = 2 * ((x + 4) % 5);
    const right = 2 * ((x + 1) % 5);
    const low = columns[left]! ^ ((columns[right]! << 1) | (columns[right + 1]! >>> 31));
    const high = columns[left + 1]! ^ ((columns[right + 1]! << 1) | (columns[right]! >>> 31));
    for (let lane = x; lane < LANES; lane += 5) {
      state[2 * lane]! ^= low;
      state[2 * lane + 1]! ^= high;
    }
  }
}

function rhoAndPi(state: Int32Array): void {
  let low = state[2]!;
  let high = state[3]!;
  for (let step = 0; step < LANES - 1; step++) {
    const lane = WALK[2 * step]!;
    const turn = WALK[2 * step + 1]!;
    const from = turn < 32 ? low : high;
    const to = turn < 32 ? high : low;
    low = state[2 * lane]!;
    high = state[2 * lane + 1]!;
    // No turn is a multiple of 32 bits.
    const bits = turn % 32;
    state[2 * lane] = (from << bits) | (to >>> (32 - bits));
    state[2 * lane + 1] = (to << bits) | (from >>> (32 - bits));
  }
}

/** A row of five lanes, and the first two of them again. */
const rowBefore = new Int32Array(14);

function chi(state: Int32Array): void {
  for (let row = 0; row < 2 * LANES; row += 10) {
    for (let half = 0; half < 10; half++) rowBefore[half] = state[row + half]!;
    for (let half = 0; half < 4; half++) rowBefore[half + 10] = state[row + half]!;
    for (let half = 0; half < 10; half++)
      state[row + half] = rowBefore[half]! ^ (~rowBefore[half + 2]! & rowBefore[half + 4]!);
  }
}

/** Pairs of a lane and a turn. */
function walk(): Uint8Array {
  const pairs = new Uint8Array(2 * (LANES - 1));
  let x = 1;
  let y = 0;
  for (let step = 0; step < LANES - 1; step++) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    pairs[2 * step] = x + 5 * y;
    pairs[2 * step + 1] = (((step + 1) * (step + 2)) / 2) % 64;
  }
  return pairs;
}

/** The bits of a linear feedback shift register at the places 2^j - 1 of each round's constant. */
function roundConstants(): Int32Array {
  const constants = new Int32Array(2 * ROUNDS);
  let register = 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (let power = 0; power < 7; power++) {
      const place = (1 << power) - 1;
      if (register & 1) constants[2 * round + (place >> 5)]! |= 1 << (place % 32);
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
  }
  return constants;
}
