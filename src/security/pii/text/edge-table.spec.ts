import { EdgeTable, ROOT } from './edge-table.js';

describe('EdgeTable', () => {
  it('gives each path a node of its own, however many there are', () => {
    const edges = new EdgeTable();
    const nodes = new Map<string, number>();
    for (let first = 0; first < 100; first++) {
      for (let second = 0; second < 100; second++)
        nodes.set(`${first}/${second}`, edges.grow(edges.grow(ROOT, first), second * 0x100_0000));
    }
    expect(new Set(nodes.values()).size).toBe(10_000);
    for (const [path, node] of nodes) {
      const [first = 0, second = 0] = path.split('/').map(Number);
      expect(edges.child(edges.child(ROOT, first), second * 0x100_0000)).toBe(node);
    }
  });

  it.each([
    ['an unknown label', ROOT, 2],
    ['a label of another node', 2, 1],
    ['nothing', 0, 1],
  ])('leads nowhere by %s', (_, node, label) => {
    const edges = new EdgeTable();
    edges.grow(ROOT, 1);
    expect(edges.child(node, label)).toBe(0);
  });
});
