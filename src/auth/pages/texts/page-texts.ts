import type { PasswordWeakness } from '../../passwords/password-policy.js';
import type { IdentityScope } from '../../scopes/identity-scopes.js';

/** A sentence around a name that is shown in its own element: what stands before it and after it. */
export type Around = readonly [before: string, after: string];

/** Every word of the pages. */
export interface PageTexts {
  readonly common: {
    readonly skip: string;
    /** Before the title of a page that asks for a correction. */
    readonly failed: string;
    readonly currentPassword: string;
    readonly newPassword: string;
    readonly repeatPassword: string;
    readonly passwordHint: (minimum: number) => string;
    readonly account: string;
  };
  readonly login: {
    readonly title: string;
    readonly toContinue: Around;
    readonly toAccount: string;
    readonly username: string;
    readonly password: string;
    readonly submit: string;
    readonly or: string;
    readonly withProvider: (name: string) => string;
    readonly cancel: string;
    readonly forgotten: string;
    readonly missing: string;
    readonly refused: string;
    readonly otherAccount: string;
    readonly throttled: (minutes: number) => string;
    readonly plainHttpTitle: string;
    readonly plainHttp: string;
  };
  readonly password: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly wrongCurrent: string;
    readonly differs: string;
    readonly unchanged: string;
    readonly refused: Readonly<Record<PasswordWeakness, string>>;
  };
  readonly consent: {
    readonly title: Around;
    readonly lead: string;
    readonly asAccount: string;
    readonly anotherAccount: string;
    readonly sendsTo: string;
    readonly thisComputer: string;
    readonly appOnDevice: (scheme: string) => string;
    readonly website: string;
    readonly resources: string;
    readonly resource: string;
    readonly scopesTitle: string;
    readonly alreadyGranted: string;
    /** About scopes the person does not have themselves. */
    readonly notYours: (scopes: string) => string;
    readonly noScopes: string;
    readonly loopbackTitle: string;
    readonly loopback: string;
    readonly deviceApp: string;
    readonly documentTitle: string;
    readonly document: Around;
    readonly unverifiedTitle: string;
    readonly unverified: string;
    readonly revocable: string;
    readonly approve: string;
    readonly deny: string;
    readonly policy: string;
    readonly terms: string;
    readonly identityScopes: Readonly<Record<IdentityScope, string>>;
  };
  readonly account: {
    readonly title: string;
    /** Leads to the servers that a person has connected. */
    readonly upstreams: string;
    readonly logout: string;
    readonly clients: string;
    readonly clientsLead: string;
    readonly noClients: string;
    readonly since: (time: string) => string;
    readonly revoke: string;
    readonly revokeNamed: (client: string) => string;
    readonly sessions: string;
    readonly sessionsLead: string;
    readonly thisSession: string;
    readonly lastSeen: (time: string) => string;
    readonly signedIn: (time: string) => string;
    readonly through: (provider: string) => string;
    readonly unknownBrowser: string;
    readonly end: string;
    readonly endNamed: (browser: string) => string;
    readonly password: string;
    readonly passwordLead: string;
    readonly changePassword: string;
    readonly noPassword: string;
    readonly done: Readonly<Record<AccountNotice, string>>;
  };
  readonly logout: {
    readonly title: string;
    readonly lead: Around;
    readonly question: string;
    readonly asked: Around;
    readonly submit: string;
    readonly stay: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly back: string;
  };
  readonly leave: {
    readonly title: string;
    readonly lead: Around;
    readonly goOn: (host: string) => string;
  };
  readonly formPost: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
  };
  readonly error: {
    readonly code: string;
    readonly titles: Readonly<Record<ErrorKind, string>>;
    /** What the person can do; the server's own words are for whoever repairs it. */
    readonly advice: Readonly<Record<ErrorKind, string>>;
  };
}

/** What the account page confirms after it has been done. */
export type AccountNotice = 'session-ended' | 'client-revoked' | 'password-changed';

/** The kinds of errors a person sees, by what they can do about them. */
export type ErrorKind =
  | 'badRequest'
  | 'forgedForm'
  | 'expired'
  | 'notFound'
  | 'tooOften'
  | 'unavailable'
  | 'internal'
  | 'forbidden';
