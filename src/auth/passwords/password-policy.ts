import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { randomCharacters } from '../../security/crypto/index.js';
import { COMMON_PASSWORDS } from './common-passwords.js';
import { normalizePassword } from './normalize-password.js';

/** Of a new password: code points after normalization (NIST SP 800-63B-4 §3.1.1.2). */
export const PASSWORD_MAX_LENGTH = 256;
/** A unit this long that is repeated all over is no password: `abcabcabcabc`. */
const REPEATED_UNIT = 4;
/** A shorter name stands in many a good password. */
const TELLING_LENGTH = 3;
/** No 0 and o, 1, l and i: a generated password may have to be read aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 5;
const GROUPS = 5;

export type PasswordWeakness = 'too_short' | 'too_long' | 'control_character' | 'about_the_person' | 'common';

/** Whose password it is to be: what others know of them is no secret. */
export interface PasswordOwner {
  readonly username: string;
  readonly email?: string | undefined;
}

/** A new password that is not taken; the message says why and holds nothing of it. */
export class WeakPasswordError extends ProblemError {
  constructor(
    readonly weakness: PasswordWeakness,
    detail: string,
  ) {
    super({ status: 400, code: 'weak-password', title: 'Password Not Accepted' }, detail);
  }
}

/** Which passwords people may choose: long ones that are not guessed first; no rules on what they are made of. */
@Injectable()
export class PasswordPolicy {
  readonly minimumLength: number;

  constructor(configuration: Configuration) {
    this.minimumLength = configuration.people.passwordMinLength;
  }

  /** @throws WeakPasswordError 400 saying what to change. */
  check(password: string, owner: PasswordOwner): void {
    const weakness = this.weaknessOf(password, owner);
    if (weakness !== undefined) throw new WeakPasswordError(weakness, this.explain(weakness));
  }

  /** Undefined when the password is good enough. */
  weaknessOf(password: string, owner: PasswordOwner): PasswordWeakness | undefined {
    const characters = [...normalizePassword(password)];
    if (characters.length > PASSWORD_MAX_LENGTH || (characters.length === 0 && password !== ''))
      return 'too_long';
    if (characters.length < this.minimumLength) return 'too_short';
    if (/\p{Cc}/u.test(password)) return 'control_character';
    const plain = characters.join('').toLowerCase();
    if (isAbout(plain, owner)) return 'about_the_person';
    if (isCommon(plain) || isRepetition(plain) || isSequence(plain)) return 'common';
    return undefined;
  }

  private explain(weakness: PasswordWeakness): string {
    const reasons: Record<PasswordWeakness, string> = {
      too_short: `A password needs ${this.minimumLength} characters or more.`,
      too_long: `A password has ${PASSWORD_MAX_LENGTH} characters at most.`,
      control_character: 'A password holds no line breaks or control characters.',
      about_the_person: 'The password is little more than the username or e-mail address.',
      common: 'The password is one of those that are guessed first.',
    };
    return reasons[weakness];
  }
}

/** 25 characters in groups of five, 123 bits: shown once, to be typed once. */
export function generatePassword(): string {
  return Array.from({ length: GROUPS }, () => randomCharacters(ALPHABET, GROUP)).join('-');
}

/** Whether little but digits and signs is left without what is known of the person. */
function isAbout(plain: string, { username, email }: PasswordOwner): boolean {
  const known = [username, email, email?.split('@')[0]].map((text) =>
    normalizePassword(text ?? '').toLowerCase(),
  );
  return known.some(
    (text) =>
      text.length >= TELLING_LENGTH && plain.includes(text) && stem(plain.replaceAll(text, '')) === '',
  );
}

function isCommon(plain: string): boolean {
  return COMMON_PASSWORDS.has(stem(plain)) || COMMON_PASSWORDS.has(plain) || isSeveralCommon(stem(plain));
}

/** `adminadmin`, `password-qwerty`: common ones in a row are no better. */
function isSeveralCommon(text: string): boolean {
  const parts = text.split(/[^\p{L}]+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => COMMON_PASSWORDS.has(part));
}

/** Without the digits and signs around it. */
function stem(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

function isRepetition(text: string): boolean {
  for (let length = 1; length <= REPEATED_UNIT; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

/** `abcdefghijkl`, `987654321098`: each character one on from the last, digits wrapping around. */
function isSequence(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  return [1, -1].some((step) =>
    points.every((point, index) => index === 0 || follows(points[index - 1] ?? 0, point, step)),
  );
}

function follows(previous: number, point: number, step: number): boolean {
  if (point - previous === step) return true;
  const digits = [previous, point].map((code) => code - 0x30);
  return (
    digits.every((digit) => digit >= 0 && digit <= 9) && ((digits[0] ?? 0) + step + 10) % 10 === digits[1]
  );
}
