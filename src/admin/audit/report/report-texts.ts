import type { RecommendationCode, Severity } from '../../../audit/index.js';
import type { Language } from '../../../common/preferred-language.js';

/** Every word of the report page, and how it writes time. */
export interface ReportTexts {
  readonly language: Language;
  readonly timeZone: string;
  readonly timeZoneName: string;
  readonly title: string;
  readonly period: string;
  readonly generated: string;
  readonly summary: string;
  readonly events: string;
  readonly toolAccesses: string;
  readonly tokensIssued: string;
  readonly piiFindings: string;
  readonly refused: string;
  readonly incidents: string;
  readonly perHour: string;
  readonly ofAll: (share: string) => string;
  readonly clientsSeen: string;
  readonly recordsWithPii: string;
  readonly tokensRefused: string;
  readonly overTime: string;
  readonly hourlyTable: string;
  readonly outcomes: string;
  readonly success: string;
  readonly failure: string;
  readonly denied: string;
  readonly byTool: string;
  readonly byClient: string;
  readonly byEvent: string;
  readonly piiTypes: string;
  readonly refusals: string;
  readonly failures: string;
  readonly recommendationsTitle: string;
  readonly tool: string;
  readonly client: string;
  readonly noClient: string;
  readonly event: string;
  readonly entityType: string;
  readonly handling: string;
  readonly reason: string;
  readonly noReason: string;
  readonly count: string;
  readonly last: string;
  readonly time: string;
  readonly nothing: string;
  readonly directions: Readonly<Record<'in' | 'out', string>>;
  readonly actions: Readonly<Record<string, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly recommendations: Readonly<Record<RecommendationCode, (count: number) => string>>;
}

const ko: ReportTexts = {
  language: 'ko',
  timeZone: 'Asia/Seoul',
  timeZoneName: 'KST',
  title: '보안 보고서',
  period: '기간',
  generated: '작성',
  summary: '요약',
  events: '감사 이벤트',
  toolAccesses: '도구 접근',
  tokensIssued: '발급된 토큰',
  piiFindings: '개인정보 탐지',
  refused: '거부',
  incidents: '보안 사고',
  perHour: '시간당',
  ofAll: (share) => `전체의 ${share}`,
  clientsSeen: '클라이언트',
  recordsWithPii: '포함한 기록',
  tokensRefused: '거부',
  overTime: '시간대별 이벤트',
  hourlyTable: '숫자로 보기',
  outcomes: '결과',
  success: '성공',
  failure: '실패',
  denied: '거부',
  byTool: '도구별',
  byClient: '클라이언트별',
  byEvent: '이벤트별',
  piiTypes: '탐지된 개인정보 유형',
  refusals: '거부 사유',
  failures: '실패 사유',
  recommendationsTitle: '권고 사항',
  tool: '도구',
  client: '클라이언트',
  noClient: '(알 수 없음)',
  event: '이벤트',
  entityType: '유형',
  handling: '처리',
  reason: '사유',
  noReason: '(사유 없음)',
  count: '건수',
  last: '마지막',
  time: '시각',
  nothing: '이 기간에는 기록이 없습니다.',
  directions: { in: '입력', out: '출력' },
  actions: {
    keep: '유지',
    mask: '마스킹',
    redact: '삭제',
    replace: '대체',
    hash: '해시',
    encrypt: '암호화',
    reject: '거절',
  },
  severities: { info: '참고', warning: '주의', critical: '긴급' },
  recommendations: {
    handle_incidents: (count) =>
      `심각도가 높은 보안 사고가 ${count}건 기록되었습니다. 대응 절차를 진행하세요.`,
    find_secret_guessing: (count) =>
      `잘못된 클라이언트 비밀이 ${count}번 제시되었습니다. 출처 주소를 확인하고 비밀을 교체하세요.`,
    review_locked_clients: (count) =>
      `클라이언트가 ${count}번 잠겼습니다. 설정 오류인지 공격인지 확인하세요.`,
    review_refusals: (count) => `거부된 요청이 ${count}건으로 비율이 높습니다. 아래 거부 사유를 살펴보세요.`,
    fix_failures: (count) =>
      `실패한 요청이 ${count}건으로 비율이 높습니다. 아래 실패 사유와 서버 로그를 확인하세요.`,
    review_kept_pii: (count) =>
      `개인정보 ${count}건이 그대로 나갔습니다. 해당 도구의 출력 정책을 마스킹이나 암호화로 바꿀지 검토하세요.`,
    tell_senders_about_pii: (count) =>
      `개인정보가 들어 있어 거절된 요청이 ${count}건입니다. 보내는 쪽에 개인정보를 빼도록 알리세요.`,
    grant_missing_scopes: (count) =>
      `스코프 부족으로 ${count}번 거부되었습니다. 필요한 스코프가 클라이언트에 부여되었는지 확인하세요.`,
    nothing_recorded: () => '이 기간에는 감사 기록이 없습니다. 서비스가 사용되지 않았는지 확인하세요.',
    nothing_unusual: (count) => `기록 ${count}건에서 특이 사항이 없습니다.`,
  },
};

const en: ReportTexts = {
  language: 'en',
  timeZone: 'UTC',
  timeZoneName: 'UTC',
  title: 'Security report',
  period: 'Period',
  generated: 'Generated',
  summary: 'Summary',
  events: 'Audit events',
  toolAccesses: 'Tool accesses',
  tokensIssued: 'Tokens issued',
  piiFindings: 'Personal data',
  refused: 'Refused',
  incidents: 'Incidents',
  perHour: 'per hour',
  ofAll: (share) => `${share} of all`,
  clientsSeen: 'clients',
  recordsWithPii: 'records with it',
  tokensRefused: 'refused',
  overTime: 'Events over time',
  hourlyTable: 'As numbers',
  outcomes: 'Outcomes',
  success: 'Success',
  failure: 'Failure',
  denied: 'Denied',
  byTool: 'By tool',
  byClient: 'By client',
  byEvent: 'By event',
  piiTypes: 'Personal data by type',
  refusals: 'Why requests were refused',
  failures: 'Why requests failed',
  recommendationsTitle: 'Recommendations',
  tool: 'Tool',
  client: 'Client',
  noClient: '(unknown)',
  event: 'Event',
  entityType: 'Type',
  handling: 'Handling',
  reason: 'Reason',
  noReason: '(none given)',
  count: 'Count',
  last: 'Last',
  time: 'Time',
  nothing: 'No records in this period.',
  directions: { in: 'in', out: 'out' },
  actions: {
    keep: 'kept',
    mask: 'masked',
    redact: 'redacted',
    replace: 'replaced',
    hash: 'hashed',
    encrypt: 'encrypted',
    reject: 'rejected',
  },
  severities: { info: 'Note', warning: 'Warning', critical: 'Critical' },
  recommendations: {
    handle_incidents: (count) =>
      `Incidents of high severity: ${count}. Follow the response actions recorded with them.`,
    find_secret_guessing: (count) =>
      `Wrong client secrets: ${count}. Look at the addresses they came from and rotate the secrets concerned.`,
    review_locked_clients: (count) =>
      `Lockouts of clients: ${count}. Find out whether a setting is wrong or somebody guesses.`,
    review_refusals: (count) => `Refused requests: ${count}, a large share. The reasons are listed below.`,
    fix_failures: (count) =>
      `Failed requests: ${count}, a large share. See the reasons below and the server log.`,
    review_kept_pii: (count) =>
      `Personal data that left as it was: ${count}. Consider masking or encryption as the outgoing policy of those tools.`,
    tell_senders_about_pii: (count) =>
      `Requests rejected because they held personal data: ${count}. Tell the senders to leave it out.`,
    grant_missing_scopes: (count) =>
      `Refusals for a missing scope: ${count}. Check whether the clients have been granted what they need.`,
    nothing_recorded: () =>
      'Nothing was recorded in this period. Check that the service was really not in use.',
    nothing_unusual: (count) => `Nothing unusual in ${count} records.`,
  },
};

export const REPORT_TEXTS: Readonly<Record<Language, ReportTexts>> = { ko, en };
