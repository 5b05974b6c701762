import type { FastifyReply } from 'fastify';
import { html, type Html } from '../../common/html.js';
import type { AuthorizationResponse } from './authorization-response.js';

/** The script's text has to stay what its digest in the policy says; a test compares. */
const SUBMIT = html`<script>document.forms[0].submit()</script>`;
export const SUBMIT_DIGEST = 'sha256-ePniVEkSivX/c7XWBGafqh8tSpiRrKiqYeqbG7N1TOE=';

/** OAuth 2.0 Form Post Response Mode §2: a form that posts itself; without JavaScript the person presses its button. */
export function sendFormPost(reply: FastifyReply, response: AuthorizationResponse): void {
  void reply
    .status(200)
    .headers({
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      'Content-Security-Policy': policyFor(response.redirectUri),
    })
    .type('text/html; charset=utf-8')
    .send(formPostPage(response).toString());
}

/**
 * Chromium holds every redirect after a form against `form-action`, those the client makes included; so the
 * scheme is allowed and not the client's host alone.
 */
function policyFor(redirectUri: string): string {
  const schemes = [...new Set(['https:', new URL(redirectUri).protocol])].join(' ');
  return (
    `default-src 'none'; script-src '${SUBMIT_DIGEST}'; form-action ${schemes}; ` +
    "frame-ancestors 'none'; base-uri 'none'"
  );
}

export function formPostPage({ redirectUri, parameters }: AuthorizationResponse): Html {
  const fields = Object.entries(parameters).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Gatehouse</title>
      </head>
      <body>
        <form method="post" action="${redirectUri}">
          ${fields}
          <noscript><button type="submit">계속 · Continue</button></noscript>
        </form>
        ${SUBMIT}
      </body>
    </html>`;
}
