import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Writes a module with weights as int8, gzip, base64, each of them `step` of a logit. */
export function writeWeights(file, script, { weightsName, stepName, weights, step }) {
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));
  const text = gzipSync(Buffer.from(bytes.buffer), { level: 9 }).toString('base64');
  writeFileSync(
    file,
    `/** Written by tools/pii-name-model/${script}: int8 weights, gzip, base64. */\nexport const ${weightsName} =\n  '${text}';\n\n/** A weight is this part of a logit. */\nexport const ${stepName} = 1 / ${1 / step};\n`,
  );
  console.log(`${text.length} characters`);
}
