import { decodedDocument } from '../../../tools/verify/deployed/live-reader';

test('a policy that says something twice is handed on as text, which no proof accepts', () => {
  const once = '{"Statement":[{"Effect":"Deny"}]}';
  const twice = '{"Statement":[{"Effect":"Deny","Effect":"Allow"}]}';
  expect(decodedDocument(encodeURIComponent(once))).toEqual({ Statement: [{ Effect: 'Deny' }] });
  expect(decodedDocument(encodeURIComponent(twice))).toBe(twice);
});

test('so is what is no JSON; what is not there is nothing', () => {
  expect(decodedDocument('%7B')).toBe('{');
  expect(decodedDocument(undefined)).toBeUndefined();
});
