import { askable } from './client-capabilities.js';

describe('askable', () => {
  it('keeps what the specification knows of questions', () => {
    const capabilities = {
      elicitation: { form: { applyDefaults: true }, url: {} },
      sampling: { context: {}, tools: {} },
      roots: { listChanged: false },
    };
    expect(askable(capabilities)).toEqual(capabilities);
    expect(askable({ elicitation: {} })).toEqual({ elicitation: {} });
    expect(askable({})).toEqual({});
  });

  it('leaves out whatever else a client writes there, at any depth', () => {
    const secret = 'kim.minsu.private@gmail.com';
    const capabilities = {
      elicitation: { form: { applyDefaults: secret, [secret]: 1 }, url: { note: secret }, [secret]: {} },
      sampling: { tools: [secret], context: { a: { b: secret } } },
      roots: { listChanged: secret, list: [secret] },
      extensions: { [secret]: {} },
      experimental: { a: { secret } },
      tasks: { list: { secret } },
    };
    expect(askable(capabilities)).toEqual({
      elicitation: { form: {}, url: {} },
      sampling: { context: {} },
      roots: {},
    });
  });
});
