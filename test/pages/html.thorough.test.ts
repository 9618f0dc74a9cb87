import fc from 'fast-check';
import { dataElement, html, inEach } from '../../tools/pages/html';
import { language } from '../../words/speech';

test('what a name holds is text, wherever it stands', () => {
  const name = `<img src=x onerror="alert('1')">&amp;`;
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;">&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;</p>',
  );
});

test('what cannot be seen is shown', () => {
  expect(html`<b>${'a\u202egpj.exe\u0000'}</b>`.text).toBe('<b>a\\u{202e}gpj.exe\\u{0}</b>');
});

test('HTML stays HTML, lists are joined, and what is not there is nothing', () => {
  const items = ['a', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul${false}>${items}${undefined}${3}</ul>`.text).toBe('<ul><li>a</li><li>b</li>3</ul>');
});

test('no text adds an element or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: written } = html`<a href="${text}">${text}</a>`;
      expect(written.split('<')).toHaveLength(3);
      expect(written.split('"')).toHaveLength(3);
    }),
  );
});

test('data cannot end its element, and is read back as it was', () => {
  const data = { name: '</script><script>alert(1)</script><!--', list: [1, null] };
  const { text } = dataElement('d', data);
  const [, inner = ''] = /^<script type="application\/json" id="d">(.*)<\/script>$/s.exec(text) ?? [];
  expect(inner).not.toContain('<');
  expect(JSON.parse(inner)).toEqual(data);
});

test('a page of two languages holds both, one of one language only that', () => {
  const spoken = () => language();
  expect(inEach(['ja', 'en'], spoken).text).toBe('<span lang="ja">ja</span><span lang="en">en</span>');
  expect(inEach(['ja'], spoken).text).toBe('ja');
});
