import { Injectable } from '@nestjs/common';

/** The time. Injected, so that tests can move it. */
export abstract class Clock {
  abstract now(): Date;

  /** NumericDate (RFC 7519 §2): whole seconds since the epoch. */
  epochSeconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
