import type { EntityType } from '../../entity-types.js';
import { isAsciiAlphanumeric, isDigit } from '../../text/character-class.js';
import { REPORT_THRESHOLD } from '../../finding.js';
import type { TokenRun } from '../../text/token-run.js';
import { candidate, type NumberRecognizer } from '../recognizer.js';
import { max } from '../../text/math.js';

/** How sure a form of an identifier is, by what speaks for it. */
export interface IdentifierScore {
  /** Shape and, where there is one, check digit, without any word beside it. */
  readonly bare: number;
  /** The same written in groups. */
  readonly grouped?: number;
  /** Beside a word that names it. */
  readonly named: number;
  /** When nothing else stands in the text. */
  readonly alone?: number;
  /** Beside a word that names it, though it breaks a rule of `isIssuable`: people mistype numbers, and make them up. */
  readonly namedOnly?: number;
}

/** An identifier and the rules of the authority that issues it. */
export interface IdentifierFormat {
  readonly name: string;
  readonly entityType: EntityType;
  /** See text/shapes.ts. */
  readonly shapes: readonly string[];
  /** Words that name it, lower case. */
  readonly context: readonly string[];
  readonly against?: readonly string[];
  /** All of it, in capitals and without separators. */
  readonly pattern?: RegExp;
  /** Digits and capitals that it may begin with, where not any: keeps others from costing a call. */
  readonly first?: string;
  /** Letters of the identifier that stand before its first digit, behind a space. */
  readonly lead?: RegExp;
  /** What they end with, in capitals: keeps others from costing a look at the pattern. */
  readonly leadEnds?: string;
  /** Whether small letters are those of words unless it is named: plates have capitals, `02 and 14` is none. */
  readonly hasCapitals?: boolean;
  /** False when it breaks a rule that every issued one keeps; asked in capitals and without separators. */
  readonly isIssuable?: (value: string) => boolean;
  readonly score: IdentifierScore;
}

const LEAD_WINDOW = 8;
/** A word for things weighs as much as a missing check digit. */
const OF_A_THING = 0.35;

/** Recognizer of one identifier. */
export function identifier(format: IdentifierFormat): NumberRecognizer {
  // Without a word beside it it would not be reported: then it need not be looked at.
  const needsName = mostUnnamed(format.score) < REPORT_THRESHOLD;
  const { name, entityType, shapes, context, against = [], pattern, lead, isIssuable, hasCapitals } = format;
  const first = lead ? undefined : (format.first ?? firstOf(pattern));
  return {
    name,
    trigger: 'number',
    shapes,
    context,
    against,
    ...(lead && { before: ['SPACE', 'HYPHEN'] as const, behind: format.leadEnds ?? LETTERS }),
    onlyNamed: needsName,
    ...(first !== undefined && { first }),
    recognize(run) {
      const prefix = lead ? leadBefore(run, lead) : '';
      if (prefix === undefined || goesOn(run)) return undefined;
      const value = prefix === '' ? run.capitals : compact(prefix) + run.capitals;
      if (pattern && !pattern.test(value)) return undefined;
      if (hasCapitals && run.capitals !== run.value && !run.isNamed()) return undefined;
      if (isIssuable && !isIssuable(value)) {
        const { namedOnly } = format.score;
        if (namedOnly === undefined || run.context() <= 0) return undefined;
        return candidate(entityType, run.start - prefix.length, run.end, namedOnly);
      }
      return candidate(
        entityType,
        run.start - prefix.length,
        run.end,
        scoreOf(run, prefix.length, format.score),
      );
    },
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHANUMERIC = `0123456789${LETTERS}`;
/** A class that a pattern begins with, of which one character has to be there. */
const FIRST_CLASS = /^\^(\[[^\]^]+\])(?![?*])/;

/** What a pattern may begin with, where it says so in its first class. */
function firstOf(pattern: RegExp | undefined): string | undefined {
  const found = pattern && FIRST_CLASS.exec(pattern.source)?.[1];
  if (found === undefined) return undefined;
  const first = new RegExp(found);
  return Array.from(ALPHANUMERIC)
    .filter((character) => first.test(character))
    .join('');
}

function mostUnnamed({ bare, grouped = 0, alone = 0 }: IdentifierScore): number {
  return max(bare, grouped, alone);
}

function scoreOf(run: TokenRun, prefix: number, score: IdentifierScore): number {
  const context = run.context() || (run.contextAfter() ? 1 : 0);
  if (context > 0) return score.named;
  const written = run.count > 1 || prefix > 0 ? (score.grouped ?? score.bare) : score.bare;
  if (context < 0) return max(0, written - OF_A_THING);
  return isAlone(run, prefix) ? max(written, score.alone ?? 0) : written;
}

/** The letters with what separates them from the digits; undefined when they are part of a longer word. */
function leadBefore(run: TokenRun, lead: RegExp): string | undefined {
  const prefix = lead.exec(run.text.slice(max(0, run.start - LEAD_WINDOW), run.start))?.[0];
  if (prefix === undefined) return undefined;
  return isAsciiAlphanumeric(run.text.charCodeAt(run.start - prefix.length - 1)) ? undefined : prefix;
}

function compact(text: string): string {
  return text.replace(/[^A-Za-z]/g, '').toUpperCase();
}

/** Whether another group of digits follows behind the same separator: then these groups are part of a longer number. */
function goesOn({ units: text, end, count, ends }: TokenRun): boolean {
  if (count === 1 || !isDigit(text.charCodeAt(end + 1))) return false;
  return text.charCodeAt(end) === text.charCodeAt(ends[count - 2]!);
}

function isAlone({ text, start, end }: TokenRun, prefix: number): boolean {
  return isBlank(text, start - prefix - 1, -1) && isBlank(text, end, 1);
}

/** Whether nothing but white space stands from `at` on, in steps of 1 or -1. */
function isBlank(text: string, at: number, step: number): boolean {
  for (let index = at; index >= 0 && index < text.length; index += step) {
    if (!isSpace(text, index)) return false;
  }
  return true;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || ((code < 0x20 || code >= 0x80) && /\s/.test(text.charAt(at)));
}
