import { candidate, type Candidate, type CharacterRecognizer } from './recognizer.js';

/** RFC 3986 §3.2.1 userinfo with a password; what stands before the last `@` of the authority. */
const USERINFO = /:\/\/([^\s/?#@:"'<>]{0,128}:[^\s/?#"'<>@]{1,256})@/y;

/** Credentials in a URL: `postgres://user:password@host`. Only `user:password` is the finding. */
export const urlCredentialsRecognizer: CharacterRecognizer = {
  name: 'url-credentials',
  trigger: 'scheme',
  recognize(text, at): Candidate | undefined {
    USERINFO.lastIndex = at;
    const userinfo = USERINFO.exec(text)?.[1];
    if (userinfo === undefined || /^\*+:\*+$/.test(userinfo)) return undefined;
    return candidate('URL_CREDENTIALS', at + 3, at + 3 + userinfo.length, 0.98);
  },
};
