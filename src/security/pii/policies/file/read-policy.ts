import { inOrder, type DocumentMistake } from '../../../../common/documents/document-mistake.js';
import { readDocument } from '../../../../common/documents/read-document.js';
import { sha256 } from '../../../crypto/index.js';
import type { PolicyFile } from './file-rule.js';
import { findMistakes } from './find-mistakes.js';
import type { KnownNames } from './known-names.js';

const DIGEST_LENGTH = 12;
/** More of them say nothing new, and each lists what is allowed. */
const MAX_MISTAKES = 1_000;

export type ReadPolicy =
  | { readonly policy: PolicyFile; readonly mistakes?: undefined }
  | { readonly policy?: undefined; readonly mistakes: readonly DocumentMistake[] };

/** Reads a policy file, YAML or JSON, and finds every mistake in it at once; of very many the first. */
export function readPolicy(text: string, known: KnownNames): ReadPolicy {
  const document = readDocument(text);
  if (document.mistakes !== undefined) return refusal(document.mistakes);
  const { name, rules, mistakes } = findMistakes(document.content, known, document.positions);
  if (mistakes.length > 0) return refusal(mistakes);
  return { policy: { version: versionOf(text, name), rules } };
}

function refusal(mistakes: readonly DocumentMistake[]): ReadPolicy {
  return { mistakes: inOrder(mistakes).slice(0, MAX_MISTAKES) };
}

function versionOf(text: string, name: string | undefined): string {
  const digest = sha256(text).slice(0, DIGEST_LENGTH);
  return name === undefined ? digest : `${name}@${digest}`;
}
