import { parsePolicy } from '../../../tools/sandbox/access/parse-policy';
import { inLanguage } from '../../../words/speech';

test('what AWS would say of a document is English, whatever is spoken', () => {
  expect(() => inLanguage('ja', () => parsePolicy({ Statement: [] }, 'trust', 'trust policy of R'))).toThrow(
    'trust policy of R: Statement must not be empty',
  );
});
