import type { ScopeRequirement } from '../common/scopes.decorator.js';

/** A tool as the guide shows it. */
export interface GuideTool {
  readonly name: string;
  readonly title: string;
  readonly requirement: ScopeRequirement;
  /** Actions of the personal-data policy on the way in and out. */
  readonly policy: { readonly in: string; readonly out: string };
}

/** The guide to this server in Markdown, Korean first, with the tools given. */
export function serverGuide(publicUrl: string, tools: readonly GuideTool[]): string {
  return [
    '# Gatehouse',
    introduction(publicUrl),
    '## 도구 / Tools',
    toolTable(tools),
    '## 스코프 / Scopes',
    SCOPES,
    '## 개인정보 정책 / Personal-data policies',
    POLICIES,
    '## 첫걸음 / First steps',
    FIRST_STEPS,
    '',
  ].join('\n\n');
}

function introduction(publicUrl: string): string {
  return [
    `${publicUrl}/mcp 는 OAuth 2.1 액세스 토큰으로 보호됩니다. 도구마다 필요한 스코프와 개인정보 정책이 선언되어 있고, 모든 접근은 감사 기록에 남습니다.`,
    `${publicUrl}/mcp is protected by OAuth 2.1 access tokens. Every tool declares the scopes it needs and what happens to personal data, and every access is recorded.`,
  ].join('\n\n');
}

function toolTable(tools: readonly GuideTool[]): string {
  const rows = tools.map(
    ({ name, title, requirement, policy }) =>
      `| \`${name}\` | ${title} | ${scopesOf(requirement)} | ${policy.in} / ${policy.out} |`,
  );
  return [
    '지금 토큰으로 호출할 수 있는 도구입니다. / What the token of this request may call.',
    '',
    '| 이름 / Name | 설명 / Title | 스코프 / Scopes | 개인정보 입력 / 출력 · PII in / out |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function scopesOf({ allOf, anyOf }: ScopeRequirement): string {
  const all = allOf.map((scope) => `\`${scope}\``).join(' + ');
  const any = anyOf.map((scope) => `\`${scope}\``).join(' or ');
  return [all, any].filter((part) => part !== '').join(' + ');
}

const SCOPES = [
  '- `Admin.Write` ⊃ `User.Write` ⊃ `User.Read` ⊃ `Guest.Read`, `write` ⊃ `read`; 모두 `mcp.access`를 포함합니다.',
  '- A broader scope includes the narrower ones, and every scope includes `mcp.access`. A call without the scope is refused with `insufficient_scope`, which names what is missing.',
].join('\n');

const POLICIES = [
  '| 정책 / Policy | 뜻 / Meaning |',
  '|---|---|',
  '| `keep` | 그대로 둡니다. / Left as it is. |',
  '| `mask` | 형식만 남기고 가립니다. / Hidden, the format stays: `010-****-5678`. |',
  '| `encrypt` | 암호문으로 바꿉니다. / Replaced by an encrypted token. |',
  '| `reject` | 개인정보가 있으면 호출을 거부합니다. / The call is refused when there is any. |',
].join('\n');

const FIRST_STEPS = [
  '1. `get_oauth2_server_status` — 서버 상태 / how the server is',
  '2. `validate_oauth2_setup` — 설정 점검 / whether the set-up works',
  '3. `get_oauth2_flow_guide` — 토큰 받는 법 / how to get a token',
].join('\n');
