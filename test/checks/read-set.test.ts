import { readSet } from '../../checks/read/read-set';

const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

function read(files: Readonly<Record<string, string>>, named = false) {
  const { objects, problems, notes } = readSet({
    files: Object.entries(files).map(([file, text]) => ({ file, text, named })),
    problems: [],
  });
  return { names: objects.map(({ name }) => name), problems: problems.map(({ message }) => message), notes };
}

describe('what is read', () => {
  test('objects of every document and of lists, each for itself', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n`;
    expect(read({ 'a.yaml': `${map('a')}---\n${map('b')}---\n${list}` }).names).toEqual(['a', 'b', 'c']);
  });

  test('what is no object is none, and what is half of one is one', () => {
    const odd = [
      '- 1',
      'hello',
      '5',
      'apiVersion: v1',
      'kind: ConfigMap',
      'apiVersion: 1\nkind: A',
      'apiVersion: v1\nkind: [A]',
    ];
    const halves = [
      'apiVersion: v1\nkind: ConfigMap',
      'apiVersion: v1\nkind: List\nitems: [null, 1, {kind: A}]',
      'apiVersion: v1\nkind: PodList',
    ];
    expect(read({ 'a.yaml': [...odd, ...halves].join('\n---\n') }).names).toEqual(['', '']);
  });

  test('a Namespace that is no text is that of kubectl', () => {
    const text = ['namespace: ""', 'namespace: 5', 'namespace: null'].map(
      (line) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, ${line}}`,
    );
    const { objects } = readSet({ files: [{ file: 'a', text: text.join('\n---\n'), named: true }], problems: [] });
    expect(objects.map(({ namespace, saysNamespace }) => [namespace, saysNamespace])).toEqual(
      Array(3).fill(['default', false]),
    );
  });

  test('a field of an object in a list is found where it stands', () => {
    const text = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: a\n';
    const [object] = readSet({ files: [{ file: 'a.yaml', text, named: true }], problems: [] }).objects;
    expect(object?.source.locate(['metadata', 'name'])).toEqual({ file: 'a.yaml', line: 7, column: 5 });
  });

  test('the Namespace that a manifest says, that of kubectl, and none for what has none', () => {
    const said = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n';
    const whole = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
    const { objects } = readSet({
      files: [{ file: 'a', text: `${said}---\n${map('b')}---\n${whole}`, named: true }],
      problems: [],
    });
    expect(objects.map(({ namespace, saysNamespace }) => [namespace, saysNamespace])).toEqual([
      ['shop', true],
      ['default', false],
      [undefined, true],
    ]);
  });

  test('a definition says whether its kinds have a Namespace', () => {
    const definition =
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\n' +
      'spec: {group: example.com, scope: Cluster, names: {kind: Thing}}\n';
    const thing = 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: b}\n';
    const { objects } = readSet({
      files: [{ file: 'a', text: `${definition}---\n${thing}`, named: true }],
      problems: [],
    });
    expect(objects[1]?.namespace).toBeUndefined();
  });
});

describe('what is left out', () => {
  test('files that hold something else, even if they are no YAML', () => {
    expect(read({ 'values.yaml': 'replicas: 1\n', 'tsconfig.json': '{ // why\n}' })).toEqual({
      names: [],
      problems: [],
      notes: [],
    });
  });

  test('but not a manifest that is no YAML, nor a file that was named', () => {
    expect(read({ 'a.yaml': 'apiVersion: v1\nkind: [' }).problems).toHaveLength(1);
    expect(read({ 'a.txt': 'a: [' }, true).problems).toHaveLength(1);
  });

  test.each([
    '{{- if .Values.on }}\nkind: A\n{{- end }}\n',
    'kind: A\nname: {{ .Release.Name }}\n',
    'apiVersion: v1\na: "{{ .Values.a }}"\n',
  ])('a template: %j', (text) => {
    expect(read({ 'chart/templates/a.yaml': text })).toEqual({
      names: [],
      problems: [],
      notes: ['chart/templates: these are templates; render first (helm template), and check the result'],
    });
  });

  test('but not braces in a script', () => {
    expect(read({ 'a.yaml': `${map('a')}data:\n  script: |\n    docker ps --format '{{.Names}}'\n` }).names).toEqual([
      'a',
    ]);
  });

  test('what a kustomization takes in', () => {
    const kustomization =
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml, base]\npatches: [{path: p.yaml}]\n';
    const files = {
      'k/kustomization.yaml': kustomization,
      'k/a.yaml': map('a'),
      'k/base/b.yaml': map('b'),
      'k/p.yaml': map('p'),
      'k/other.yaml': map('other'),
      'c.yaml': map('c'),
    };
    expect(read(files)).toEqual({
      names: ['other', 'c'],
      problems: [],
      notes: ['k: a kustomization; render first (kustomize build), and check the result'],
    });
  });
});
