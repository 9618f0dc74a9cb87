import { hidingSecrets } from '../../tools/verify/hide-secrets';
import fc from '../properties';

/** Of the form of AWS's own: letters, digits and signs that have escapes. */
const KEY = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const SIGNED = `AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=${'0123456789abcdef'.repeat(4)}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hide = hidingSecrets([KEY]);

test.each([
  ['as it is', `signed with ${KEY}, wrong`, 'signed with (secret), wrong'],
  ['twice', `${KEY} is not ${KEY}`, '(secret) is not (secret)'],
  ['in a URL', 'key=wJalrXUtnFEMI%2FK7MDENG%2bbPxRfiCYEXAMPLEKEY&x=1', 'key=(secret)&x=1'],
  ['in a URL in a URL', 'key=wJalrXUtnFEMI%252FK7MDENG%252BbPxRfiCYEXAMPLEKEY', 'key=(secret)'],
  ['in JSON', '{"key":"wJalrXUtnFEMI\\/K7MDENG\\u002BbPxRfiCYEXAMPLEKEY"}', '{"key":"(secret)"}'],
  ['in JSON in JSON', '"wJalrXUtnFEMI\\\\\\/K7MDENG\\\\u002bbPxRfiCYEXAMPLEKEY"', '"(secret)"'],
  ['in XML', '<K>wJalrXUtnFEMI&#x2F;K7MDENG&#43;bPxRfiCYEXAMPLEKEY</K>', '<K>(secret)</K>'],
  ['in XML in XML', 'wJalrXUtnFEMI&amp;#47;K7MDENG&amp;#x2b;bPxRfiCYEXAMPLEKEY', '(secret)'],
  ['broken into lines', 'key wJalrXUtnFEMI/K7MD\n    ENG+bPxRfiCYEXAMPLEKEY.', 'key (secret).'],
  ['in the alphabet for URLs', 'wJalrXUtnFEMI_K7MDENG-bPxRfiCYEXAMPLEKEY', '(secret)'],
  ['in base64', `said "${base64(KEY)}" once`, 'said "(secret)" once'],
  ['in base64, between words', `AWS said ${base64(KEY)} once`, 'AWS said (secret) once'],
  ['in digits', `said ${Buffer.from(KEY).toString('hex')}.`, 'said (secret).'],
])('a secret is found %s', (_, text, hidden) => {
  expect(hide(text)).toBe(hidden);
});

/** What gives the secret to whoever undoes it. */
test.each([
  ['a header in base64', base64(`authorization: Bearer ${KEY}\r\n`)],
  ['after one more letter', base64(`x${KEY}`)],
  ['after two more letters', base64(`xx${KEY}`)],
  ['base64 right behind a word', `token${base64(KEY)}`],
  ['base64 for URLs', Buffer.from(`??>${KEY}`).toString('base64url')],
  ['base64 in a URL', encodeURIComponent(base64(`>>>${KEY}`))],
  ['base64 in lines', base64(KEY).replaceAll(/.{20}/g, '$&\r\n')],
  ['base64 of JSON', base64(JSON.stringify({ key: KEY }).replaceAll('/', '\\/'))],
  ['base64 of base64', base64(base64(KEY))],
  ['base64 of digits', base64(Buffer.from(KEY).toString('hex'))],
  ['digits behind a digit', `0${Buffer.from(KEY).toString('hex')}`],
])('nothing is left of a secret in %s', (_, text) => {
  expect(hide(`"${text}"`)).toBe('"(secret)"');
});

test.each([
  ['in its header', SIGNED, 'AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=(secret)'],
  ['in its header in base64', base64(SIGNED), '(secret)'],
])('a signature that nobody knows is found %s', (_, text, hidden) => {
  expect(hide(text)).toBe(hidden);
});

test('text without a secret stays letter for letter', () => {
  const text =
    'User: arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/alice is not ' +
    'authorized to perform: sts:AssumeRole on 100%25 of \\"it\\", because &lt;nothing&gt; allows it\n\n  d41d8cd98f00b204';
  expect(hide(text)).toBe(text);
});

test('of secrets that hold one another nothing is left', () => {
  expect(hidingSecrets([KEY, `${KEY}1`])(`a ${KEY}1 b`)).toBe('a (secret)1 b');
  expect(hidingSecrets([`${KEY}1`, KEY])(`a ${KEY}1 b`)).toBe('a (secret) b');
});

test('no secret survives, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.string(), fc.string(), (secret, before, after) => {
      fc.pre(!'(secret)'.includes(secret) && !`${before}(secret)${after}`.includes(secret));
      expect(hidingSecrets([secret])(`${before}${secret}${after}`).includes(secret)).toBe(false);
    }),
  );
});

test('no secret of AWS’s form survives in base64, whatever stands around it', () => {
  const secrets = fc.base64String({ minLength: 16, maxLength: 60 });
  fc.assert(
    fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
      fc.pre(/^[^=]{12}/.test(secret));
      expect(hidingSecrets([secret])(base64(`${before}${secret}${after}`))).not.toContain(
        base64(secret).slice(4, 12),
      );
    }),
  );
});
