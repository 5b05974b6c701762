import { axisMaximum, bar, columnChart, ring } from './charts.js';

const rectangles = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<rect\\s+class="${kind}"([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, Number(value)]),
    ),
  );

describe('axisMaximum', () => {
  it.each([
    [[], 2],
    [[0], 2],
    [[1], 2],
    [[3], 3],
    [[7], 8],
    [[10], 10],
    [[11], 20],
    [[99], 100],
    [[101], 200],
    [[1_234_567], 2_000_000],
  ])('of %j is %d', (values, expected) => {
    expect(axisMaximum(values)).toBe(expected);
  });
});

describe('columnChart', () => {
  const svg = columnChart(
    [
      { success: 5, denied: 2, failure: 1, label: 'first <hour>' },
      { success: 0, denied: 0, failure: 0, label: 'quiet' },
    ],
    'Events',
  ).toString();

  it('stacks the parts from the axis upwards, in proportion', () => {
    expect(rectangles(svg, 'success')).toMatchObject([{ y: 37.5, height: 62.5 }]);
    expect(rectangles(svg, 'denied')).toMatchObject([{ y: 12.5, height: 25 }]);
    expect(rectangles(svg, 'failure')).toMatchObject([{ y: 0, height: 12.5 }]);
  });

  it('draws nothing where nothing happened, and can be read aloud', () => {
    expect(rectangles(svg, 'hit')).toHaveLength(2);
    expect(svg).toMatch(/role="img"\s+aria-label="Events"/);
    expect(svg).toContain('first &lt;hour&gt;');
  });

  it('survives a period without a single column', () => {
    expect(columnChart([], 'Events').toString()).toContain('viewBox="0 0 10 100"');
  });
});

describe('bar', () => {
  it('is as long as its share of the longest', () => {
    const svg = bar({ success: 30, denied: 20, failure: 0 }, 100).toString();
    expect(rectangles(svg, 'success')).toMatchObject([{ x: 0, width: 30 }]);
    expect(rectangles(svg, 'denied')).toMatchObject([{ x: 30, width: 20 }]);
    expect(rectangles(svg, 'failure')).toEqual([]);
  });
});

describe('ring', () => {
  it('shows shares that add up to the whole', () => {
    const svg = ring({ success: 3, denied: 1, failure: 0 }, '75%', 'Success 75%').toString();
    expect([...svg.matchAll(/stroke-dasharray="([^"]*)"/g)].map(([, share]) => share)).toEqual([
      '75 25',
      '25 75',
    ]);
  });

  it('is empty, not broken, when nothing happened', () => {
    expect(ring({ success: 0, denied: 0, failure: 0 }, '0%', 'x').toString()).not.toContain('NaN');
  });
});
