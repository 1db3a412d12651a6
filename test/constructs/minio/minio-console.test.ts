import { Credentials, Ingress, Minio, Path } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';

const credentials = Credentials.existing();

describe('the Services of Minio', () => {
  test('publish the console inside the cluster', () => {
    const manifests = synth((stack) => new Minio(stack, 'minio', { credentials }).exposeConsole('minio-console'));
    expect(only(manifests, 'Service', 'minio-console').spec).toEqual({
      ports: [{ name: 'console', port: 9001 }],
      selector: { app: 'minio' },
    });
  });

  test('do not publish the console unasked', () => {
    const manifests = synth((stack) => new Minio(stack, 'minio', { credentials }));
    expect(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual(['minio']);
  });

  test('take routes to the console', () => {
    const manifests = synth((stack) => {
      const to = new Minio(stack, 'minio', { credentials }).exposeConsole('minio-console').port();
      new Ingress(stack, 'console', { routes: [{ to, path: Path.prefix('/') }] });
    });
    expect(at(only(manifests, 'Ingress'), 'spec.rules.0.http.paths.0.backend')).toEqual({
      service: { name: 'minio-console', port: { name: 'console' } },
    });
  });

  test('give the address at which objects are stored', () => {
    const minio = new Minio(new TestStack(), 'minio', { name: 'objects', credentials });
    expect([minio.name, minio.service.name, minio.service.port().number]).toEqual(['objects', 'objects', 9000]);
  });
});

describe('Minio', () => {
  test('takes one replica, which is the default', () => {
    const one = synth((stack) => new Minio(stack, 'minio', { credentials, replicas: 1 }));
    expect(one).toEqual(synth((stack) => new Minio(stack, 'minio', { credentials })));
    expect(only(one, 'StatefulSet').spec).not.toHaveProperty('replicas');
  });

  test.each([2, 4])('fails for %i replicas', (replicas) => {
    expect(refusalOf((stack) => new Minio(stack, 'minio', { credentials, replicas }))).toBe(
      `test/minio: ${replicas} replicas of MinIO were asked for; in this form each would hold other objects. Leave replicas at 1.`,
    );
  });

  test('fails for fewer replicas than none', () => {
    expect(refusalOf((stack) => new Minio(stack, 'minio', { credentials, replicas: -1 }))).toBe(
      'test/minio/StatefulSet: -1 replicas were asked for; allowed are whole numbers from 0. Say how many pods there shall be.',
    );
  });

  test.each([
    [{ MINIO_ROOT_USER: 'minio' }, 'MINIO_ROOT_PASSWORD'],
    [{ MINIO_ROOT_PASSWORD: 'minio123' }, 'MINIO_ROOT_USER'],
  ])('fails for the credentials %j', (values, missing) => {
    expect(refusalOf((stack) => new Minio(stack, 'minio', { credentials: Credentials.development(values) }))).toBe(
      `test/minio/minio-secret: the credentials have the keys ${Object.keys(values)}, and ${missing} is missing. Give all of MINIO_ROOT_USER, MINIO_ROOT_PASSWORD.`,
    );
  });

  test('fails for a name that a StatefulSet cannot have', () => {
    expect(refusalOf((stack) => new Minio(stack, 'minio', { credentials, name: 'my.objects' }))).toBe(
      "test/minio/StatefulSet: StatefulSet name 'my.objects' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-objects'.",
    );
  });
});
