import { html } from './html.js';

describe('html', () => {
  it('escapes every value', () => {
    const name = `<script>alert("x")</script> & 'y'`;
    expect(String(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;">' +
        '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;</p>',
    );
  });

  it('keeps nested templates and joins lists', () => {
    const items = ['<a>', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(String(html`<ul>${items}</ul>`)).toBe('<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>');
  });

  it.each([
    [undefined, ''],
    [null, ''],
    [false as const, ''],
    [0, '0'],
  ])('renders %j as %j', (value, expected) => {
    expect(String(html`${value}`)).toBe(expected);
  });
});
