import { describeMistake, type DocumentMistake } from '../../../../common/documents/document-mistake.js';
import { StartRefusal } from '../../../../common/start-refusal.js';

/** A policy file that is not usable; stops the boot, or leaves the policy that is in force. */
export class PolicyFileError extends StartRefusal {
  constructor(
    readonly file: string,
    readonly mistakes: readonly DocumentMistake[],
  ) {
    super(
      `The policy file is not usable:\n${mistakes.map((mistake) => `  ${describeMistake(file, mistake)}`).join('\n')}`,
    );
  }
}
