import { digestToken } from '../../../security/index.js';

/** The page's only style sheet. It stands in the page, so that a saved or printed copy looks the same. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#f5f6f8;--card:#fff;--ink:#1a2230;--soft:#5d6878;--line:#dde2ea;--track:#edf0f4;
--success:#2f74c0;--denied:#e3a008;--failure:#c9375c;--info:#2f74c0;--warning:#b97a00;--critical:#c9375c}
@media (prefers-color-scheme:dark){:root{--paper:#11151c;--card:#1a202a;--ink:#e8ecf2;--soft:#9aa6b6;--line:#2d3644;
--track:#252d39;--success:#5b9fe6;--denied:#f0b93a;--failure:#ec6a8a;--info:#5b9fe6;--warning:#f0b93a;--critical:#ec6a8a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,Apple SD Gothic Neo,Malgun Gothic,
Noto Sans KR,NanumGothic,sans-serif;-webkit-text-size-adjust:100%}
main,header.page{max-width:1080px;margin:0 auto;padding:0 20px}
header.page{padding-top:32px;padding-bottom:20px}
h1{margin:0 0 4px;font-size:28px;line-height:1.2;letter-spacing:-.01em}
h2{margin:0 0 14px;font-size:16px}
.brand{margin:0 0 6px;color:var(--soft);font-size:13px;font-weight:600;letter-spacing:.04em}
.period{margin:0;color:var(--soft);font-variant-numeric:tabular-nums}
.period span{white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:0 0 16px;padding:0}
.tile,.card{background:var(--card);border:1px solid var(--line);border-radius:10px}
.tile{padding:14px 16px}
.tile dt{color:var(--soft);font-size:13px}
.tile dd{margin:0}
.tile .figure{font-size:26px;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.tile .note{color:var(--soft);font-size:12.5px}
.card{padding:18px 20px;margin:0 0 16px;min-width:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:16px}
.wide-left{grid-template-columns:2fr 1fr}
.plot{display:grid;grid-template-columns:auto 1fr;gap:4px 8px}
.axis-y{display:flex;flex-direction:column;justify-content:space-between;text-align:right;height:190px;margin:-8px 0}
.axis-x{grid-column:2;display:flex;justify-content:space-between}
.axis-y,.axis-x{color:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}
svg{display:block}
svg.columns{width:100%;height:174px;overflow:visible}
svg.bar{width:100%;height:10px;border-radius:3px}
svg.ring{width:150px;height:150px;flex:none}
.ring text{font-size:8px;font-weight:650;fill:var(--ink)}
.grid{stroke:var(--line);stroke-width:1}
.hit{fill:transparent}
g:hover .hit{fill:var(--track)}
.track{fill:var(--track)}
.arc{fill:none;stroke-width:5.5}
.arc.track{stroke:var(--track)}
rect.success{fill:var(--success)}rect.denied{fill:var(--denied)}rect.failure{fill:var(--failure)}
.arc.success{stroke:var(--success)}.arc.denied{stroke:var(--denied)}.arc.failure{stroke:var(--failure)}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin:0 0 12px;padding:0;list-style:none;color:var(--soft);font-size:13px}
.key{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:6px}
.key.success{background:var(--success)}.key.denied{background:var(--denied)}.key.failure{background:var(--failure)}
.shares{display:flex;align-items:center;gap:20px;flex-wrap:wrap}
.shares table{width:auto;flex:1;min-width:150px}
table{width:100%;border-collapse:collapse;font-size:14px}
th{font-weight:600;color:var(--soft);font-size:12.5px;text-align:left}
th,td{padding:5px 8px 5px 0;border-bottom:1px solid var(--line);vertical-align:middle}
tr:last-child td{border-bottom:0}
th:last-child,td:last-child{padding-right:0}
td.name{overflow-wrap:break-word}
.bars td.name{width:44%}
.bars .number{width:1%;padding-left:8px}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.when{white-space:nowrap;color:var(--soft);font-size:13px}
code{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:13px}
.advice{margin:0;padding:0;list-style:none}
.advice li{display:grid;grid-template-columns:auto 1fr;gap:12px;align-items:baseline;padding:7px 0}
.advice li+li{border-top:1px solid var(--line)}
.badge{display:inline-block;min-width:80px;padding:1px 8px;border:1px solid currentColor;border-radius:20px;font-size:12px;
font-weight:650;text-align:center;white-space:nowrap}
.badge.info{color:var(--info)}.badge.warning{color:var(--warning)}.badge.critical{color:var(--critical)}
.nothing{margin:0;color:var(--soft)}
details{margin-top:12px;font-size:13px}
summary{cursor:pointer;color:var(--soft)}
details .scroll{max-height:320px;overflow:auto;margin-top:8px}
footer{max-width:1080px;margin:0 auto;padding:4px 20px 32px;color:var(--soft);font-size:12.5px}
@media screen and (max-width:760px){.pair,.wide-left{grid-template-columns:1fr;gap:0}.card{padding:16px}h1{font-size:24px}
.tiles{grid-template-columns:1fr 1fr}.tick-minor{display:none}.when{white-space:normal}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--track:#eee;
--success:#2f74c0;--denied:#e3a008;--failure:#c9375c;--info:#2f74c0;--warning:#8a5a00;--critical:#c9375c}
@page{margin:14mm}body{font-size:11pt}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
header.page,main,footer{max-width:none;padding-left:0;padding-right:0}.card,.tile,tr{break-inside:avoid}
h2{break-after:avoid}details{display:none}.tiles{grid-template-columns:repeat(3,1fr)}.number,.when{white-space:nowrap}}
`;

/** CSP Level 3 §2.3.1 wants base64 with padding. */
const STYLE_DIGEST = `${digestToken(PAGE_STYLE).replaceAll('-', '+').replaceAll('_', '/')}=`;

/** Nothing but this style sheet: no script, no request to anywhere, no frame around the page. */
export const PAGE_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_DIGEST}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
