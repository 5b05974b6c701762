import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { ACCOUNT_PATH, END_SESSION_PATH, INTERACTION_PATH, LOGIN_PATH } from '../oauth-endpoints.js';

export type InteractionStep = 'login' | 'password' | 'consent' | 'cancel' | 'identity-provider';

/** Paths of the pages as a browser sees them: a public URL may have a path of its own, which a proxy takes off. */
@Injectable()
export class PagePaths {
  private readonly base: string;

  constructor({ server }: Configuration) {
    this.base = new URL(server.publicUrl).pathname.replace(/\/$/, '');
  }

  /** Of a path below the public URL. */
  below(path: string): string {
    return this.base + path;
  }

  get login(): string {
    return this.base + LOGIN_PATH;
  }

  get account(): string {
    return this.base + ACCOUNT_PATH;
  }

  get logout(): string {
    return this.base + END_SESSION_PATH;
  }

  /** Of an authorization request that waits, or of one step of it. */
  interaction(id: string, step?: InteractionStep): string {
    const path = `${this.base}${INTERACTION_PATH}/${id}`;
    return step === undefined ? path : `${path}/${step}`;
  }
}
