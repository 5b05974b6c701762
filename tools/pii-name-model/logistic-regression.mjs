/**
 * Logistic regression by AdaGrad over features that share weights by their hash.
 *
 * @param {readonly { features: ArrayLike<number>, isName: boolean, weight?: number, offset?: number }[]} examples
 *   `offset` is a logit that is there already, which the weights add to.
 * @param options.start what a weight has seen before its first step: the more, the slower it moves.
 * @param options.dropout share of features left out at random: no group may decide alone.
 */
export function regress(
  examples,
  random,
  { count, epochs, rate, decay, dropout, start = 1e-6, log = console.log },
) {
  const weights = new Float64Array(count);
  const squares = new Float64Array(count).fill(start);
  const all = [...examples];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(all, random);
    const loss = all.reduce((sum, example) => sum + step(example), 0);
    log(`epoch ${epoch + 1}: loss ${(loss / all.length).toFixed(4)}`);
  }
  return weights;

  function step({ features, isName, weight = 1, offset = 0 }) {
    const used = Array.from(features).filter(() => random.next() >= dropout);
    const share = features.length / Math.max(1, used.length);
    const logit = offset + used.reduce((sum, feature) => sum + weights[feature], 0) * share;
    const probability = 1 / (1 + Math.exp(-logit));
    const error = (probability - (isName ? 1 : 0)) * weight;
    for (const feature of used) {
      const gradient = error + weights[feature] * decay;
      squares[feature] += gradient * gradient;
      weights[feature] -= (rate * gradient) / Math.sqrt(squares[feature]);
    }
    return -Math.log(Math.max(1e-9, isName ? probability : 1 - probability));
  }
}

export function shuffle(list, random) {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = random.int(0, index);
    [list[index], list[other]] = [list[other], list[index]];
  }
}
