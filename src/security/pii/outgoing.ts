import type { CallHandler } from '@nestjs/common';
import { catchError, from, map, mergeMap, throwError, type Observable } from 'rxjs';
import type { Direction } from './policies/pii-policy.js';
import { protectError, protectErrorLater } from './protect-error.js';

/** Protects one call: every value of it meets the same policy. */
export type Protect = (value: unknown, direction: Direction) => unknown;
/** The same where others are asked; answers come in the order of the questions. */
export type ProtectLater = (value: unknown, direction: Direction) => Promise<unknown>;

/** What the handler answers or throws, protected. */
export function outgoing(next: CallHandler, protect: Protect): Observable<unknown> {
  return next.handle().pipe(
    map((result: unknown) => protect(result, 'out')),
    catchError((error: unknown) => throwError(() => protectError(error, (text) => protect(text, 'out')))),
  );
}

/** The same where protecting takes a while. */
export function outgoingLater(next: CallHandler, protect: ProtectLater): Observable<unknown> {
  return next.handle().pipe(
    mergeMap((result: unknown) => protect(result, 'out')),
    catchError((error: unknown) =>
      from(protectErrorLater(error, (text) => protect(text, 'out'))).pipe(
        mergeMap((safe) => throwError(() => safe)),
      ),
    ),
  );
}
