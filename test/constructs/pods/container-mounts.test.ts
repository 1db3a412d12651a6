import * as fc from 'fast-check';
import { EmptyDir } from '../../../constructs';
import { containerOf, containerRefusal } from './pod-of';

const path = fc.stringMatching(/^(?:\/[A-Za-z0-9][A-Za-z0-9._ -]{0,9}){1,4}$/);
const mountedAt = (...paths: string[]) =>
  paths.map((mountPath, position) => new EmptyDir(`volume-${position}`).at(mountPath));

describe('the mounts of a container', () => {
  test('are written in their order', () => {
    expect(containerOf({ mounts: mountedAt('/b', '/a') }).volumeMounts).toEqual([
      { name: 'volume-0', mountPath: '/b' },
      { name: 'volume-1', mountPath: '/a' },
    ]);
  });

  test('may be at every absolute path', () => {
    fc.assert(
      fc.property(path, (mountPath) => {
        expect(containerOf({ mounts: mountedAt(mountPath) })).toMatchObject({ volumeMounts: [{ mountPath }] });
      }),
    );
  });

  test('may show one volume at two paths', () => {
    const volume = new EmptyDir('data');
    expect(containerOf({ mounts: [volume.at('/a'), volume.at('/b')] }).volumeMounts).toEqual([
      { name: 'data', mountPath: '/a' },
      { name: 'data', mountPath: '/b' },
    ]);
  });

  test('may lie within each other', () => {
    expect(containerOf({ mounts: mountedAt('/', '/data', '/data/cache') })).toMatchObject({
      volumeMounts: [{ mountPath: '/' }, { mountPath: '/data' }, { mountPath: '/data/cache' }],
    });
  });

  test('fails for a relative path', () => {
    expect(containerRefusal({ mounts: mountedAt('data') })).toBe(
      "test/web: container 'web' mounts volume 'volume-0' at 'data'; allowed are absolute paths without ':'. Write it like '/data'.",
    );
  });

  test('fails for every relative path', () => {
    fc.assert(
      fc.property(path, fc.constantFrom('', '.', '..', ' '), (absolute, start) => {
        expect(containerRefusal({ mounts: mountedAt(start + absolute.slice(1)) })).toMatch(/; allowed are absolute /);
      }),
    );
  });

  test('fails for every path with a colon', () => {
    fc.assert(
      fc.property(path, fc.nat(), (absolute, at) => {
        const cut = 1 + (at % absolute.length);
        const mountPath = `${absolute.slice(0, cut)}:${absolute.slice(cut)}`;
        expect(containerRefusal({ mounts: mountedAt(mountPath) })).toMatch(/ absolute paths without ':'\. /);
      }),
    );
  });

  test('fails when two are at one path', () => {
    expect(containerRefusal({ mounts: mountedAt('/data', '/cache', '/data') })).toBe(
      "test/web: container 'web' mounts both 'volume-0' and 'volume-2' at /data. Mount one of them elsewhere.",
    );
  });

  test.each([
    ['/data', '/data/', '/data'],
    ['/data//', '/data', '/data'],
    ['/', '/', '/'],
    ['/', '//', '/'],
  ])('fails when %s and %s are one path', (first, second, path) => {
    expect(containerRefusal({ mounts: mountedAt(first, second) })).toBe(
      `test/web: container 'web' mounts both 'volume-0' and 'volume-1' at ${path}. Mount one of them elsewhere.`,
    );
  });

  test.each(['/etc', '', '..', '../x', 'a/../b', 'a/..'])("fails for the part '%s' of a volume", (subPath) => {
    const mounts = [new EmptyDir('data').at('/data', { subPath })];
    expect(containerRefusal({ mounts })).toBe(
      `test/web: container 'web' mounts the part '${subPath}' of volume 'data'; allowed are paths inside the volume. Write it like 'data/web'.`,
    );
  });

  test.each(['a', 'a/b', '..a', 'a..'])("may mount the part '%s' of a volume", (subPath) => {
    const mounts = [new EmptyDir('data').at('/data', { subPath })];
    expect(() => containerRefusal({ mounts })).toThrow('nothing was refused');
  });
});
