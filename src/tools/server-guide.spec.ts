import { serverGuide, type GuideTool } from './server-guide.js';

const TOOLS: readonly GuideTool[] = [
  {
    name: 'lookup_inventory',
    title: 'Look up inventory',
    requirement: { allOf: ['read'], anyOf: [] },
    policy: { in: 'keep', out: 'mask' },
  },
  {
    name: 'create_product',
    title: 'Create a product',
    requirement: { allOf: [], anyOf: ['User.Write', 'Admin.Write'] },
    policy: { in: 'keep', out: 'mask' },
  },
];

describe('serverGuide', () => {
  const guide = serverGuide('https://gate.example', TOOLS);

  it('shows every tool with its scopes and policy', () => {
    expect(guide).toContain('| `lookup_inventory` | Look up inventory | `read` | keep / mask |');
    expect(guide).toContain(
      '| `create_product` | Create a product | `User.Write` or `Admin.Write` | keep / mask |',
    );
  });

  it('speaks of this server in Korean and English', () => {
    expect(guide).toContain('https://gate.example/mcp is protected');
    expect(guide).toContain('https://gate.example/mcp 는');
  });
});
