import { BadConfiguration, externalOf, parseConfiguration } from '../../checks/configuration';

const parse = (text: string) => parseConfiguration(text, 'kind-stacks.yaml', ['image-unpinned']);

describe('kind-stacks.yaml', () => {
  test.each([
    ['', {}],
    ['kubernetes: "1.36"', { kubernetes: '1.36' }],
    ['kubernetes: v1.36.3', { kubernetes: '1.36' }],
    ['complete: true', { complete: true }],
    ['rules: {image-unpinned: off}', { rules: { 'image-unpinned': 'off' } }],
    [
      'external: [Secret default/token, Namespace shop, "ConfigMap */ca"]',
      {
        external: [
          { kind: 'Secret', namespace: 'default', name: 'token' },
          { kind: 'Namespace', name: 'shop' },
          { kind: 'ConfigMap', namespace: '*', name: 'ca' },
        ],
      },
    ],
  ])('%s', (text, configuration) => {
    expect(parse(text)).toEqual(configuration);
  });

  test.each([
    ['a number for a version', 'kubernetes: 1.30', /^kind-stacks\.yaml:1: kubernetes: put it into quotes: "1\.\d+"$/],
    ['a version that is none', 'kubernetes: new', /:1: kubernetes: 'new' is no version of Kubernetes/],
    ['a word for yes', 'complete: sure', /:1: complete: it is 'sure'; allowed are true and false$/],
    ['one object', 'external: Secret token', /:1: external: it is no list/],
    ['an object as a map', 'external: [{kind: Secret}]', /:1: external: .* is no text such as Secret default\/token$/],
    ['an object without a kind', 'external: [token]', /:1: external: 'token' names no object/],
    ['rules in a list', 'rules: [image-unpinned]', /:1: rules: it is no mapping of ids to levels$/],
    [
      'a rule that there is not',
      'rules: {image-unpind: off}',
      /there is no rule 'image-unpind'; did you mean 'image-unpinned'\?$/,
    ],
    [
      'a level that there is not',
      'rules: {image-unpinned: no}',
      /image-unpinned is 'no'; allowed are error, warning, advice, off$/,
    ],
    ['a list', '- complete', /:1: it is no mapping; allowed are kubernetes, complete, external, rules$/],
    ['YAML that does not parse', 'complete: true\n\trules: {}', /^kind-stacks\.yaml:2: /],
  ])('fails for %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(BadConfiguration);
    expect(() => parse(text)).toThrow(message);
  });

  test('names of objects may have dots and colons', () => {
    const refuse = (problem: string): never => {
      throw new Error(problem);
    };
    expect(externalOf('ClusterRole system:node-proxier', refuse)).toEqual({
      kind: 'ClusterRole',
      name: 'system:node-proxier',
    });
  });
});
