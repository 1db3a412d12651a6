import { secretEncodedTwice } from '../../../../checks/rules/secrets/secret-encoded-twice';
import { describeRule, findingsIn } from '../../rule-cases';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const secret = (data: string) => `
apiVersion: v1
kind: Secret
metadata:
  name: db
${data}`;

const asText = " # ! Secret 'db' has 'password' as base64 under stringData, where nothing decodes it";
const twice = " # ! Secret 'db' has 'password' encoded twice: decoded once, it is base64 still";

describeRule(secretEncodedTwice, {
  found: {
    'base64 under stringData': secret(`stringData:\n  password: ${base64('letmein')}${asText}`),
    'base64 without an end that only base64 has': secret(
      `stringData:\n  password: ${base64('correct-horse-9')}${asText}`,
    ),
    'base64 twice under data': secret(`data:\n  password: ${base64(base64('letmein'))}${twice}`),
    'base64 twice, of a line': secret(`data:\n  password: ${base64(`${base64('letmein\n')}\n`)}${twice}`),
  },
  right: {
    'base64 once under data': secret(`data:\n  password: ${base64('letmein')}`),
    'a word that is base64 by chance': secret(
      'stringData:\n  a: password\n  b: letmeinn\n  c: username\n  d: Zm9vYmFy',
    ),
    'a random key that an application decodes itself': secret(
      `stringData:\n  key: 3q2+7wABAgMEBQYHCAkKCw==\ndata:\n  key: ${base64('3q2+7wABAgMEBQYHCAkKCw==')}`,
    ),
    'bytes under data': secret(`data:\n  key: ${Buffer.from([0xff, 0xfe, 0]).toString('base64')}`),
    'a short end': secret('stringData:\n  a: YQ=='),
    'texts and numbers': secret('stringData:\n  a: ordinary text\n  b: 7\ndata:\n  c: 7\n  d: "not base64!"'),
    'a Secret that is encrypted for a tool': secret(`stringData:\n  a: ${base64('letmein')}\nsops: {version: 3.9.0}`),
  },
});

test('says where base64 belongs', () => {
  const [finding] = findingsIn(secretEncodedTwice, secret(`stringData:\n  a: ${base64('letmein')}`));
  expect(finding?.remedy).toBe('Move it under data, or write it as it is');
});
