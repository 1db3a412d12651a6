import * as fc from 'fast-check';
import { containerOf, containerRefusal } from './pod-of';

const component = fc.stringMatching(/^[a-z0-9]{1,8}(?:[._-][a-z0-9]{1,8})?$/);
const registry = fc.stringMatching(/^[a-z0-9]{1,8}\.[a-z0-9]{2,8}(?::[1-9][0-9]{0,3})?\/$/);
const repository = fc
  .tuple(fc.option(registry, { nil: '' }), fc.array(component, { minLength: 1, maxLength: 4 }))
  .map(([host, path]) => host + path.join('/'));
const tag = fc.stringMatching(/^:[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/).filter((text) => text !== ':latest');
const digest = fc.stringMatching(/^@sha256:[a-f0-9]{64}$/);

describe('the image of a container', () => {
  test('is taken from any registry when a tag or a digest pins it', () => {
    fc.assert(
      fc.property(repository, fc.oneof(tag, digest, fc.tuple(tag, digest)), (name, version) => {
        const image = name + [version].flat().join('');
        expect(containerOf({ image }).image).toBe(image);
      }),
    );
  });

  test('may say latest beside a digest', () => {
    const image = `busybox:latest@sha256:${'a'.repeat(64)}`;
    expect(containerOf({ image }).image).toBe(image);
  });

  test('may have a tag of 128 characters', () => {
    const image = `busybox:${'1'.repeat(128)}`;
    expect(containerOf({ image }).image).toBe(image);
  });

  test('fails without a version', () => {
    expect(containerRefusal({ image: 'busybox' })).toBe(
      "test/web: container 'web' has the image 'busybox', which names no version. Pin it, like 'busybox:1.2.3'.",
    );
  });

  test('fails for latest', () => {
    expect(containerRefusal({ image: 'localhost:5000/shop/web:latest' })).toBe(
      "test/web: container 'web' has the image 'localhost:5000/shop/web:latest', which names no version. Pin it, like 'localhost:5000/shop/web:1.2.3'.",
    );
  });

  test('fails for every repository without a version', () => {
    fc.assert(
      fc.property(repository, fc.constantFrom('', ':latest'), (name, version) => {
        expect(containerRefusal({ image: name + version })).toMatch(/, which names no version\. Pin it, like '.*'\.$/);
      }),
    );
  });

  test('fails for what is no reference', () => {
    expect(containerRefusal({ image: 'Busybox:1.37.0' })).toBe(
      "test/web: container 'web' has the image 'Busybox:1.37.0', which is no image reference. Write it like 'busybox:1.37.0'.",
    );
  });

  test.each([
    '',
    ':1.37.0',
    'busybox:',
    'busybox:-1',
    'busybox:1.37.0 ',
    '/busybox:1.37.0',
    'busybox/:1.37.0',
    'a//b:1',
    '../b:1',
    'a/.b:1',
    'a/b-:1',
    'a___b:1',
    'https://registry.test/busybox:1.37.0',
    'registry.test:port/busybox:1.37.0',
    `busybox:${'1'.repeat(129)}`,
    'busybox@sha256:abc',
    `busybox@md5:${'a'.repeat(64)}`,
    `busybox@sha256:${'A'.repeat(64)}`,
  ])("fails for '%s'", (image) => {
    expect(containerRefusal({ image })).toMatch(/^test\/web: container 'web' has the image '.*', which is no image /);
  });

  test('fails for a repository with any other character', () => {
    const foreign = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 1 })
      .filter((character) => !/[a-z0-9._/-]/.test(character));
    fc.assert(
      fc.property(foreign, (character) => {
        expect(containerRefusal({ image: `busy${character}box:1.37.0` })).toMatch(/, which is no image reference\. /);
      }),
    );
  });
});
