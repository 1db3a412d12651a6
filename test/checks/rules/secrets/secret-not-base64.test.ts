import { secretNotBase64 } from '../../../../checks/rules/secrets/secret-not-base64';
import { describeRule, findingsIn } from '../../rule-cases';

const secret = (data: string, kind = 'Secret') => `
apiVersion: v1
kind: ${kind}
metadata:
  name: db
${data}`;

const mark = (what: string) => ` # ! Secret 'db' has 'password' under data, which is ${what}`;

describeRule(secretNotBase64, {
  found: {
    'a text as it is': secret(`data:\n  password: let-me-in${mark('not base64')}`),
    'letters without the end that belongs to them': secret(`data:\n  password: bGV0bWVpbg${mark('not base64')}`),
    'the alphabet of addresses': secret(`data:\n  password: _-8=${mark('not base64')}`),
    'a space at the end': secret(`data:\n  password: "bGV0bWVpbg== "${mark('base64 with spaces around it')}`),
    words: secret(`data:\n  password: let me in${mark('not base64')}`),
    'a number': secret(`data:\n  password: 123456${mark('the number 123456')}`),
    'a yes': secret(`data:\n  password: yes${mark('the boolean true')}`),
    'a map': secret(`data:\n  password:${mark('no text')}\n    of: web`),
    'a command that nobody runs': secret(`data:\n  password: $(echo -n letmein | base64)${mark('not base64')}`),
    'binary data of a ConfigMap': secret(
      "binaryData:\n  logo: let-me-in # ! ConfigMap 'db' has 'logo' under binaryData, which is not base64",
      'ConfigMap',
    ),
  },
  right: {
    'base64 of every length': secret('data:\n  a: bGV0bWVpbg==\n  b: YWI=\n  c: YWJj\n  d: ""'),
    'several lines': secret('data:\n  a: |\n    bGV0\n    bWVpbg==\n'),
    nothing: secret('data:\n  a:\n  b: null'),
    'texts under stringData': secret('stringData:\n  password: let-me-in'),
    'texts of a ConfigMap': secret('data:\n  password: let-me-in', 'ConfigMap'),
    'what a tool puts in': secret('data:\n  a: ${PASSWORD}\n  b: <path:kv/db#password>\n  c: ENC[AES256_GCM,x]'),
    'a Secret that is encrypted for a tool': secret('data:\n  a: let-me-in\nsops: {version: 3.9.0}'),
  },
});

test('says where a text goes', () => {
  const remedy = (data: string, kind: string) => findingsIn(secretNotBase64, secret(data, kind))[0]?.remedy;
  expect(remedy('data:\n  a: "!"', 'Secret')).toBe('Write it under stringData as it is, or encode it');
  expect(remedy('binaryData:\n  a: "!"', 'ConfigMap')).toBe('Write it under data as it is, or encode it');
});
