import { responseActions, SEVERITIES } from './incident-response.js';

describe('responseActions', () => {
  it.each(SEVERITIES)('%s has actions in Korean and English', (severity) => {
    const actions = responseActions(severity);
    expect(actions.length).toBeGreaterThanOrEqual(2);
    expect(actions.every(({ ko, en }) => /[가-힣]/.test(ko) && /[a-z]/.test(en) && !/[가-힣]/.test(en))).toBe(
      true,
    );
  });

  it('asks for more, the worse it is', () => {
    const lengths = SEVERITIES.map((severity) => responseActions(severity).length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).toBe(SEVERITIES.length);
  });

  it('notifies within 72 hours only when critical', () => {
    const notifying = SEVERITIES.filter((severity) =>
      responseActions(severity).some(({ en }) => en.includes('72 hours')),
    );
    expect(notifying).toEqual(['CRITICAL']);
  });
});
