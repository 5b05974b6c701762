import type { Language } from '../../../../common/preferred-language.js';

/** What is confirmed on the list of connected servers. */
export const GRANT_NOTICES = ['connected', 'disconnected', 'declined'] as const;
export type GrantNotice = (typeof GRANT_NOTICES)[number];

/** A sentence around a name that is shown in its own element. */
type Around = readonly [before: string, after: string];

/** Every word of these pages. */
export interface GrantTexts {
  readonly listTitle: string;
  readonly listLead: string;
  readonly account: string;
  readonly connect: string;
  readonly connectNamed: (server: string) => string;
  readonly disconnect: string;
  readonly disconnectNamed: (server: string) => string;
  readonly notConnected: string;
  readonly since: (time: string) => string;
  readonly done: Readonly<Record<GrantNotice, string>>;
  readonly offerTitle: Around;
  readonly offerLead: string;
  readonly asAccount: string;
  readonly server: string;
  readonly sendsTo: string;
  readonly scopes: string;
  readonly noScopes: string;
  readonly question: string;
  readonly approve: string;
  readonly deny: string;
  readonly warningTitle: string;
  readonly warning: string;
}

const en: GrantTexts = {
  listTitle: 'Connected servers',
  listLead:
    'At these servers Gatehouse acts for you, for the apps that you use here. Once disconnected, it stops at once.',
  account: 'Your account',
  connect: 'Connect',
  connectNamed: (server) => `Connect ${server}`,
  disconnect: 'Disconnect',
  disconnectNamed: (server) => `Disconnect ${server}`,
  notConnected: 'Not connected',
  since: (time) => `Connected ${time}`,
  done: {
    connected: 'The server is connected. You can close this page and go back to your app.',
    disconnected: 'The server was disconnected.',
    declined: 'Nothing was connected.',
  },
  offerTitle: ['Connect ', ''],
  offerLead:
    'If you allow it there, Gatehouse can use this server as you, for the apps that you have connected here.',
  asAccount: 'Account here',
  server: 'Server',
  sendsTo: 'Takes you to, to allow it',
  scopes: 'What is asked for there',
  noScopes: 'What that server gives without being asked',
  question:
    'Every app that you let use this server here can then do so as you. You can disconnect it at any time.',
  approve: 'Continue',
  deny: 'Cancel',
  warningTitle: 'Did your app ask for this?',
  warning: 'If somebody sent you here and you did not just use an app of yours, cancel.',
};

const ko: GrantTexts = {
  listTitle: '연결된 서버',
  listLead:
    '이 서버들에서는 Gatehouse가 여기서 쓰는 앱을 대신해 내 이름으로 일합니다. 연결을 끊으면 바로 멈춥니다.',
  account: '내 계정',
  connect: '연결',
  connectNamed: (server) => `${server} 연결`,
  disconnect: '연결 끊기',
  disconnectNamed: (server) => `${server} 연결 끊기`,
  notConnected: '연결되지 않음',
  since: (time) => `${time} 연결함`,
  done: {
    connected: '서버가 연결되었습니다. 이 페이지를 닫고 앱으로 돌아가세요.',
    disconnected: '서버 연결을 끊었습니다.',
    declined: '아무것도 연결하지 않았습니다.',
  },
  offerTitle: ['', ' 연결'],
  offerLead: '그곳에서 허용하면, 여기에 연결한 앱을 위해 Gatehouse가 이 서버를 내 이름으로 쓸 수 있습니다.',
  asAccount: '이곳의 계정',
  server: '서버',
  sendsTo: '허용하러 이동할 곳',
  scopes: '그곳에 요청하는 권한',
  noScopes: '따로 요청하지 않아도 그 서버가 주는 것',
  question:
    '여기서 이 서버를 쓰도록 허용한 앱은 모두 내 이름으로 쓸 수 있게 됩니다. 언제든 연결을 끊을 수 있습니다.',
  approve: '계속',
  deny: '취소',
  warningTitle: '내 앱이 요청한 것인가요?',
  warning: '방금 내 앱을 쓰지 않았는데 누군가 이곳으로 보냈다면 취소하세요.',
};

export const GRANT_TEXTS: Readonly<Record<Language, GrantTexts>> = { en, ko };
