import { hashSource } from './content-security-policy.js';

/**
 * The only style sheet of the pages. It stands in each page: no second request, and replicas of two versions
 * behind one balancer never ask each other for a sheet they do not have.
 */
export const STYLESHEET = `
:root{color-scheme:light dark;--paper:#f4f2ec;--card:#fffefb;--ink:#1b2733;--soft:#566270;--line:#dcd8cd;--field:#868d94;
--tint:#f0eee6;--accent:#17525c;--accent-strong:#0f3f48;--on-accent:#fff;--lamp:#e9a23b;--link:#17525c;--focus:#1a6fd1;
--note:#eaf2f3;--note-line:#b9d3d6;--warn:#fdf3dc;--warn-line:#e2bd6c;--warn-ink:#5e4205;
--bad:#fcebea;--bad-line:#e0a09a;--bad-ink:#8c1d18;--good:#1d6a45;--shadow:0 1px 2px rgb(27 39 51/.06),0 12px 32px -12px rgb(27 39 51/.18)}
@media (prefers-color-scheme:dark){:root{--paper:#10161b;--card:#182127;--ink:#e9edf0;--soft:#a5b1bb;--line:#2c3840;
--field:#7c8a95;--tint:#202b32;--accent:#8fd0cb;--accent-strong:#aee0dc;--on-accent:#0c2326;--lamp:#f2b95c;--link:#9ad6d1;
--focus:#7db8ff;--note:#182d31;--note-line:#2f565b;--warn:#30270f;--warn-line:#71581d;--warn-ink:#f3d48c;
--bad:#371b1c;--bad-line:#7d3a38;--bad-ink:#ffb4ab;--good:#7fd1a5;--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",
NanumGothic,sans-serif}
:lang(ko){word-break:keep-all;overflow-wrap:anywhere}
bdi,code,.break{overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-999px;top:8px;padding:10px 16px;background:var(--card);border-radius:8px;z-index:1}
.skip:focus{left:16px}
.banner{display:flex;justify-content:center;padding:40px 20px 22px}
.brand{display:flex;align-items:center;gap:11px;color:var(--ink)}
.brand svg{width:34px;height:34px;flex:none}
.brand b{font-size:19px;font-weight:680;letter-spacing:-.01em}
.brand span{color:var(--soft);font-size:15px}
.roof{fill:var(--accent)}.lamp{fill:var(--lamp)}.wall{fill:none;stroke:var(--accent);stroke-width:2.2}.bar{stroke:var(--lamp)}
main{width:100%;max-width:456px;margin:0 auto;padding:0 16px;flex:1}
.wide main,.wide .banner{width:100%;max-width:760px}
.wide .banner{justify-content:flex-start;margin:0 auto;padding-left:16px}
.card{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:32px;box-shadow:var(--shadow)}
.card+.card,.beside{margin-top:20px}
h1{margin:0 0 6px;font-size:25px;line-height:1.28;letter-spacing:-.015em;font-weight:680}
h2{margin:0 0 4px;font-size:17.5px;line-height:1.35;font-weight:660}
h3{margin:0;font-size:16px;font-weight:640}
p{margin:0 0 14px}
.lead{color:var(--soft);margin-bottom:22px}
.lead strong{color:var(--ink);font-weight:640}
.hint,.meta{color:var(--soft);font-size:14.5px}
.meta{margin:2px 0 0}
form{margin:0}
.field{margin:0 0 18px}
label{display:block;margin:0 0 6px;font-size:15px;font-weight:600}
input[type=text],input[type=password]{display:block;width:100%;min-height:48px;padding:10px 14px;border:1px solid var(--field);
border-radius:10px;background:var(--card);color:inherit;font:inherit}
input[aria-invalid=true]{border-color:var(--bad-ink);border-width:2px;padding:9px 13px}
input:focus-visible{outline-offset:0}
.field .hint{margin:6px 0 0}
button,.button{display:inline-flex;align-items:center;justify-content:center;gap:10px;min-height:48px;padding:10px 20px;
border:1px solid transparent;border-radius:10px;font:inherit;font-weight:640;text-align:center;text-decoration:none;cursor:pointer}
.primary{background:var(--accent);color:var(--on-accent)}
.primary:hover{background:var(--accent-strong)}
.secondary{background:transparent;border-color:var(--field);color:var(--ink)}
.secondary:hover{background:var(--tint)}
.danger{background:transparent;border-color:var(--bad-line);color:var(--bad-ink)}
.danger:hover{background:var(--bad)}
.quiet{background:transparent;color:var(--link);font-weight:500;text-decoration:underline;text-underline-offset:.18em}
.quiet:hover{background:var(--tint)}
.cancel{display:grid;justify-items:center;margin-top:14px}
.small{min-height:44px;padding:6px 16px;font-size:15px}
.full{width:100%}
.actions{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-top:24px}
.actions button{padding-inline:8px}
.row-actions{display:flex;flex-wrap:wrap;gap:12px;margin-top:22px}
.divider{display:flex;align-items:center;gap:14px;margin:22px 0 18px;color:var(--soft);font-size:14.5px}
.divider::before,.divider::after{content:"";flex:1;height:1px;background:var(--line)}
.stack{display:grid;gap:10px}
.notice{margin:0 0 20px;padding:13px 16px;border:1px solid var(--note-line);border-radius:10px;background:var(--note);font-size:15px}
.meta+.notice{margin-top:16px}
.notice p:last-child{margin:0}
.notice strong{display:block;margin:0 0 2px}
.warning{border-color:var(--warn-line);background:var(--warn);color:var(--warn-ink)}
.failure{border-color:var(--bad-line);background:var(--bad);color:var(--bad-ink)}
.account{display:flex;flex-wrap:wrap;align-items:center;gap:0 12px;margin:0 0 20px;padding:12px 14px;border:1px solid var(--line);border-radius:12px}
.account .who{flex:1 1 auto;max-width:calc(100% - 52px)}
.account bdi{overflow-wrap:break-word}
.account .who b{display:block;font-weight:640;line-height:1.35}
.account .who span{display:block;color:var(--soft);font-size:14.5px;line-height:1.35}
.account a{display:inline-flex;align-items:center;min-height:44px;margin-bottom:-10px;margin-left:52px;font-size:14.5px}
.initial{display:grid;place-items:center;width:40px;height:40px;flex:none;border-radius:50%;background:var(--accent);
color:var(--on-accent);font-weight:660}
.facts{margin:0 0 20px;padding:0;border:1px solid var(--line);border-radius:12px}
.facts>div{padding:12px 16px}
.facts>div+div{border-top:1px solid var(--line)}
dt{color:var(--soft);font-size:14px}
dd{margin:0;overflow-wrap:anywhere}
dd .host{font-weight:660}
.scopes{margin:10px 0 20px;padding:0;list-style:none}
.scopes li{display:grid;grid-template-columns:22px 1fr;gap:12px;padding:9px 0}
.scopes li+li{border-top:1px solid var(--line)}
.scopes svg{width:20px;height:20px;margin-top:2px}
.tick{fill:none;stroke:var(--good);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.scopes code{color:var(--soft);font-size:13px;white-space:nowrap}
.scopes .granted{color:var(--soft)}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em}
.links{display:flex;flex-wrap:wrap;gap:0 18px;margin:14px 0 0;padding:0;list-style:none;font-size:14.5px}
.links a,footer a{display:inline-block;padding:11px 0}
.list{margin:16px 0 0;padding:0;list-style:none}
.list>li{display:flex;align-items:center;gap:16px;padding:16px 0;border-top:1px solid var(--line)}
.list>li:last-child{padding-bottom:0}
.list .what{flex:1;min-width:0}
.badge{display:inline-block;margin-left:8px;padding:1px 10px;border:1px solid var(--note-line);border-radius:20px;
background:var(--note);font-size:13px;font-weight:600;white-space:nowrap;vertical-align:1px}
.heading{display:flex;align-items:center;justify-content:space-between;gap:16px;margin:0 0 20px}
.heading h1{margin:0}
.heading .meta{margin:0}
.heading .button{white-space:nowrap}
.empty{margin:10px 0 0;color:var(--soft)}
.narrow{max-width:392px;margin-top:18px}
.forgotten{margin:14px 0 0}
.detail{padding:12px 16px;border-left:3px solid var(--line);color:var(--soft);font-size:14.5px;overflow-wrap:anywhere}
.quote{margin:22px 0 0;color:var(--soft);font-size:14px}
footer{display:flex;flex-wrap:wrap;justify-content:center;align-items:center;gap:0 20px;padding:18px 20px 28px;color:var(--soft);
font-size:14.5px}
footer a{color:inherit}
input.sr{position:absolute;width:1px;min-height:1px;height:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:520px){body{background:var(--card)}.banner,.wide .banner{justify-content:flex-start;padding:22px 20px 14px}
main{padding:0 20px}.card{padding:8px 0 20px;border:0;border-radius:0;box-shadow:none;background:none}
.card+.card{margin-top:4px;padding-top:24px;border-top:1px solid var(--line)}h1{font-size:23px}
.list>li{flex-direction:column;align-items:stretch;gap:12px}.list form,.list button{width:100%}}
@media (max-width:340px){.actions{grid-template-columns:1fr}}
@media (forced-colors:active){.card,.notice,button,.button{border:1px solid}}
@media (prefers-reduced-motion:no-preference){button,.button,a{transition:background-color .12s}}
@media print{footer,.actions,button{display:none}}
`;

/** CSP Level 3 §2.3.1: the sheet is allowed by what it says, so that no other can be slipped in. */
export const STYLESHEET_SOURCE = hashSource(STYLESHEET);
