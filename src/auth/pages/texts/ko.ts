import type { PageTexts } from './page-texts.js';

/** A client's name may end in any letter, so no sentence hangs a particle on it. */
export const ko: PageTexts = {
  common: {
    skip: '본문으로 건너뛰기',
    failed: '오류',
    currentPassword: '현재 비밀번호',
    newPassword: '새 비밀번호',
    repeatPassword: '새 비밀번호 확인',
    passwordHint: (minimum) => `${minimum}자 이상이면 됩니다. 여러 단어를 이은 긴 문장이 가장 안전합니다.`,
    account: '내 계정',
  },
  login: {
    title: '로그인',
    toContinue: ['로그인하면 ', ' 앱의 연결 요청을 확인합니다.'],
    toAccount: '로그인하면 연결된 앱과 로그인 기록을 관리할 수 있습니다.',
    username: '사용자 이름',
    password: '비밀번호',
    submit: '로그인',
    or: '또는',
    withProvider: (name) => `${accountAt(name)}으로 로그인`,
    cancel: '취소하고 앱으로 돌아가기',
    forgotten: '비밀번호를 잊으셨다면 관리자에게 초기화를 요청하세요.',
    missing: '사용자 이름과 비밀번호를 모두 입력하세요.',
    refused: '사용자 이름 또는 비밀번호가 맞지 않습니다. 다시 확인하고 입력하세요.',
    otherAccount: '앱이 다른 계정을 요청했습니다. 그 계정으로 로그인하세요.',
    throttled: (minutes) => `로그인 시도가 너무 많았습니다. ${minutes}분 뒤에 다시 시도하세요.`,
    plainHttpTitle: '개발용 연결입니다 (http)',
    plainHttp:
      '암호화되지 않은 연결에서는 브라우저가 __Host- 쿠키를 받지 않습니다. 그래서 접두사가 없는 일반 쿠키(HttpOnly, SameSite=Lax)를 대신 쓰며, 같은 호스트의 다른 포트나 하위 도메인으로부터 보호되지 않습니다. 실제 서비스에서는 https로 PUBLIC_URL을 설정하세요.',
  },
  password: {
    title: '비밀번호 변경',
    lead: '계속하려면 관리자가 정해 준 비밀번호를 본인만 아는 비밀번호로 바꾸세요.',
    submit: '변경하고 계속하기',
    wrongCurrent: '현재 비밀번호가 맞지 않습니다.',
    differs: '새 비밀번호 두 개가 서로 다릅니다. 똑같이 입력하세요.',
    unchanged: '지금 쓰는 비밀번호와 다른 비밀번호를 입력하세요.',
    refused: {
      too_short: '새 비밀번호가 너무 짧습니다.',
      too_long: '새 비밀번호가 너무 깁니다.',
      control_character: '비밀번호에는 줄바꿈이나 제어 문자를 쓸 수 없습니다.',
      about_the_person: '사용자 이름이나 이메일 주소와 거의 같은 비밀번호는 쓸 수 없습니다.',
      common: '가장 먼저 추측되는 비밀번호입니다. 다른 비밀번호를 고르세요.',
    },
  },
  consent: {
    title: ['', ' 연결 요청'],
    lead: '허용하면 이 앱이 아래 계정으로 다음 작업을 할 수 있습니다.',
    asAccount: '사용할 계정',
    anotherAccount: '다른 계정 사용',
    sendsTo: '허용 후 이동할 곳',
    thisComputer: '이 컴퓨터에서 실행 중인 프로그램',
    appOnDevice: (scheme) => `이 기기에 설치된 앱 (${scheme})`,
    website: '앱이 밝힌 웹사이트',
    resources: '접근할 서버',
    resource: '접근할 서버',
    scopesTitle: '요청하는 권한',
    alreadyGranted: '이미 허용함',
    notYours: (scopes) => `회원님의 역할로는 줄 수 없어 제외됨: ${scopes}`,
    noScopes: '권한 없이 연결만 합니다.',
    loopbackTitle: '방금 직접 시작한 프로그램인가요?',
    loopback:
      '이 컴퓨터에서 실행되는 앱은 이름을 속일 수 있고, 이름이 맞는지 확인할 방법이 없습니다. 직접 연결을 시작하지 않았다면 거부하세요.',
    deviceApp:
      '응답은 이 기기에서 이런 링크를 여는 앱으로 전달되며, 그것이 어느 앱인지 확인할 방법이 없습니다. 직접 연결을 시작하지 않았다면 거부하세요.',
    documentTitle: '이름과 정보는 앱이 스스로 밝힌 것입니다',
    document: ['확인된 것은 정보를 제공한 주소(', ')뿐입니다. 믿을 수 있는 주소일 때만 허용하세요.'],
    unverifiedTitle: '관리자가 확인하지 않은 앱입니다',
    unverified:
      '이 앱은 스스로 등록했고 이름은 누구나 지어 쓸 수 있습니다. 아래에 표시된 이동할 곳이 믿을 수 있는 주소일 때만 허용하세요.',
    revocable: '나중에 ‘내 계정’에서 언제든지 연결을 끊을 수 있습니다.',
    approve: '허용',
    deny: '거부',
    policy: '개인정보 처리방침',
    terms: '이용약관',
    identityScopes: {
      openid: '사용자를 구분하는 번호로 본인임을 확인합니다',
      profile: '이름과 사용자 이름을 봅니다',
      email: '이메일 주소를 봅니다',
      offline_access: '사용하지 않을 때에도 연결을 유지합니다',
    },
  },
  account: {
    title: '내 계정',
    upstreams: '연결된 서버',
    logout: '로그아웃',
    clients: '연결된 앱',
    clientsLead:
      '아래 앱은 회원님의 계정으로 작업할 수 있습니다. 연결을 끊으면 곧바로 접근할 수 없게 됩니다.',
    noClients: '연결된 앱이 없습니다.',
    since: (time) => `허용 ${time}`,
    revoke: '연결 끊기',
    revokeNamed: (client) => `${client} 연결 끊기`,
    sessions: '로그인한 곳',
    sessionsLead: '모르는 기기가 있으면 종료하고 비밀번호를 바꾸세요.',
    thisSession: '지금 이 브라우저',
    lastSeen: (time) => `마지막 사용 ${time}`,
    signedIn: (time) => `로그인 ${time}`,
    through: (provider) => `${accountAt(provider)}으로 로그인`,
    unknownBrowser: '알 수 없는 브라우저',
    end: '종료',
    endNamed: (browser) => `${browser} 로그인 종료`,
    password: '비밀번호',
    passwordLead: '비밀번호를 바꾸면 다른 곳의 로그인이 모두 종료됩니다.',
    changePassword: '비밀번호 변경',
    noPassword: '이 계정은 외부 계정으로만 로그인하므로 비밀번호가 없습니다.',
    done: {
      'session-ended': '로그인을 종료했습니다.',
      'client-revoked': '앱 연결을 끊었습니다. 발급된 토큰은 더 이상 쓸 수 없습니다.',
      'password-changed': '비밀번호를 바꿨습니다.',
    },
  },
  logout: {
    title: '로그아웃',
    lead: ['', ' 계정으로 로그인되어 있습니다.'],
    question: '이 브라우저에서 로그아웃할까요? 연결된 앱은 계속 작동합니다.',
    asked: ['', ' 앱이 로그아웃을 요청했습니다.'],
    submit: '로그아웃',
    stay: '로그인 유지',
    doneTitle: '로그아웃했습니다',
    done: '이 브라우저의 로그인이 종료되었습니다. 이제 창을 닫아도 됩니다.',
    back: '다시 로그인',
  },
  leave: {
    title: '이 서버를 떠나 다른 사이트로 이동합니다',
    lead: [
      '',
      ' 앱이 이 페이지를 열었습니다. 이 앱은 스스로 등록했고 관리자가 확인하지 않았습니다. 이 앱에서 온 것이 아니라면 창을 닫으세요.',
    ],
    goOn: (host) => `${host} 사이트로 이동`,
  },
  formPost: {
    title: '앱으로 돌아가는 중',
    lead: '자동으로 이동하지 않으면 아래 단추를 누르세요.',
    submit: '계속하기',
  },
  error: {
    code: '문의할 때 알려 줄 번호',
    titles: {
      badRequest: '요청을 처리할 수 없습니다',
      forgedForm: '이 양식은 받을 수 없습니다',
      expired: '연결 요청이 만료되었습니다',
      notFound: '페이지를 찾을 수 없습니다',
      tooOften: '요청이 너무 많습니다',
      unavailable: '지금은 응답할 수 없습니다',
      internal: '문제가 생겼습니다',
      forbidden: '접근할 수 없습니다',
    },
    advice: {
      badRequest:
        '앱이 보낸 요청이 올바르지 않습니다. 앱으로 돌아가 다시 시도하고, 계속되면 앱 개발자에게 알려 주세요.',
      forgedForm:
        '이 브라우저에서 연 페이지가 아니거나, 쿠키가 없거나, 너무 오래된 페이지입니다. 쿠키를 허용하고 처음부터 다시 시작하세요.',
      expired:
        '이미 처리되었거나 시간이 지났거나 다른 브라우저에서 시작한 요청입니다. 앱으로 돌아가 연결을 다시 시작하세요.',
      notFound: '주소가 맞는지 확인하세요.',
      tooOften: '잠시 기다렸다가 다시 시도하세요.',
      unavailable: '잠시 뒤에 다시 시도하세요.',
      internal:
        '저희 쪽에서 문제가 생겼습니다. 다시 시도하고, 계속되면 아래 번호와 함께 관리자에게 알려 주세요.',
      forbidden: '이 요청은 허용되지 않습니다.',
    },
  },
};

/** A provider that is named as an account is not called one twice. */
function accountAt(provider: string): string {
  return provider.endsWith('계정') ? provider : `${provider} 계정`;
}
