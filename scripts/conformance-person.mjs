// The person whom the authorization scenarios of the conformance suite ask for: visits the URL the suite prints,
// logs in and consents, without a browser.

const MAXIMUM_STEPS = 25;

/** Goes through every page until the suite's own callback has been answered. */
export async function signIn(start, credentials) {
  const cookies = new Map();
  let url = new URL(start);
  let init = {};
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const answer = await request(url, init, cookies);
    const location = answer.headers.get('location');
    const form = location === null ? formOf(await answer.text(), credentials) : undefined;
    if (location === null && form === undefined) return;
    url = new URL(location ?? form.action, url);
    init = form === undefined ? {} : { method: 'POST', body: form.fields, headers: { origin: url.origin } };
  }
  throw new Error(`more than ${MAXIMUM_STEPS} steps from ${start}`);
}

async function request(url, init, cookies) {
  const jar = cookies.get(url.host) ?? new Map();
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { accept: 'text/html', cookie, ...init.headers };
  const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  cookies.set(url.host, jar);
  return answer;
}

/** The form to log in or to approve with; every other one leads elsewhere. */
function formOf(page, credentials) {
  const forms = page.match(/<form\b[^>]*>[\s\S]*?<\/form>/gi) ?? [];
  const form =
    forms.find((each) => each.includes('type="password"')) ??
    forms.find((each) => each.includes('value="approve"'));
  if (form === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(input, 'name');
    if (name !== undefined) fields.append(name, credentials[name] ?? attribute(input, 'value') ?? '');
  }
  if (form.includes('value="approve"')) fields.set('decision', 'approve');
  return { action: attribute(form, 'action') ?? '', fields };
}

function attribute(tag, name) {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1].replaceAll('&amp;', '&');
}
