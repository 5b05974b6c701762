import { html, type Html } from '../../common/html.js';

/** A guard's office with its lamp on and the barrier down. */
const SIGN = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
<path class="roof" d="M2.5 11.5 12 4l9.5 7.5z"/><path class="wall" d="M5 12v15h14V12"/>
<rect class="lamp" x="9" y="14.5" width="6" height="6" rx="1"/>
<path class="bar" d="M20.5 19.5H31" stroke-width="2.6" stroke-linecap="round"/></svg>`;

export const BRAND: Html = html`<div class="brand">${SIGN}<b>Gatehouse</b><span lang="ko">경비실</span></div>`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#17525c"/><path d="M6 14 16 6l10 8z" fill="#fff"/><path d="M9 14v12h14V14" fill="none" stroke="#fff" stroke-width="2.4"/><rect x="13" y="16.5" width="6" height="6" rx="1" fill="#f2b95c"/></svg>`;

/** In the page itself, so that a browser asks nobody for it. */
export const ICON_URI = `data:image/svg+xml,${encodeURIComponent(ICON)}`;
