import { HostPolicy } from './host-policy.js';

const policy = new HostPolicy(['gate.example', 'localhost:8081']);

describe('HostPolicy', () => {
  it.each([
    'gate.example',
    'GATE.example',
    'localhost:8081',
    'localhost:1',
    '127.0.0.1:9000',
    '[::1]:80',
    'localhost',
  ])('accepts %s', (host) => {
    expect(policy.refuse(host, '/hello')).toBeUndefined();
  });

  it.each([
    'evil.example',
    'gate.example.evil.example',
    'gate.example:8081',
    'localhost.evil.example',
    'localhost:8081@evil.example',
    '127.0.0.1.nip.example',
    'xlocalhost',
    '',
    undefined,
  ])('refuses %s', (host) => {
    expect(policy.refuse(host, '/hello')?.status).toBe(403);
  });

  it.each(['/health', '/health/live', '/health/ready?x=1', '/metrics'])(
    'lets probes reach %s by address',
    (url) => {
      expect(policy.refuse('10.0.0.7:8081', url)).toBeUndefined();
    },
  );

  it.each(['/healthy', '/health/../hello', '/metrics/x', '//health', '/hello?/health'])(
    'does not take %s for a probe',
    (url) => {
      expect(policy.refuse('10.0.0.7:8081', url)?.status).toBe(403);
    },
  );

  it.each([
    [['Host', 'gate.example', 'host', 'evil.example'], 400],
    [['Host', 'gate.example', 'HOST', 'gate.example'], 400],
    [['Host', 'gate.example', 'X-Host', 'evil.example'], undefined],
    [['Host', 'gate.example', 'Accept', 'host'], undefined],
  ])('answers %j: %s', (rawHeaders, status) => {
    expect(policy.refuse('gate.example', '/hello', rawHeaders)?.status).toBe(status);
  });
});
