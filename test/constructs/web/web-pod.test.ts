import { Pages, Pod, ReplicaSet, type WebPodOptions, webPod } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

const podOf = (options?: WebPodOptions) =>
  only(
    synth((stack) => new Pod(stack, 'web', webPod(options))),
    'Pod',
  ).spec;

const resources = { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } };
const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

describe('webPod', () => {
  test('with minimal props shows a page about the pod at port 8000', () => {
    expect(podOf()).toEqual({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1001,
        runAsGroup: 1001,
        fsGroup: 1001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      initContainers: [
        {
          name: 'initialize-index-html',
          image: 'busybox:1.37.0',
          command: ['sh', '-c', Pages.aboutThisPod('Web').script('/app')],
          resources,
          volumeMounts: [{ name: 'app', mountPath: '/app' }],
          securityContext,
        },
      ],
      containers: [
        {
          name: 'web',
          image: 'busybox:1.37.0',
          command: ['httpd', '-f', '-v', '-p', '8000', '-h', '/app'],
          ports: [{ name: 'http', containerPort: 8000 }],
          readinessProbe: { httpGet: { path: '/index.html', port: 'http' } },
          livenessProbe: { tcpSocket: { port: 'http' } },
          resources,
          volumeMounts: [{ name: 'app', mountPath: '/app' }],
          securityContext,
        },
      ],
      volumes: [{ name: 'app', emptyDir: {} }],
    });
  });

  describe('with all props', () => {
    const options: Required<WebPodOptions> = { pages: Pages.text('2'), image: 'busybox:1.36.1', port: 9000 };
    const pod = podOf(options);

    test('writes these pages', () => {
      expect(at(pod, 'initContainers.0.command')).toEqual(['sh', '-c', `printf '%s\\n' "2" > /app/index.html\n`]);
    });

    test('runs this image twice', () => {
      expect([at(pod, 'initContainers.0.image'), at(pod, 'containers.0.image')]).toEqual([
        'busybox:1.36.1',
        'busybox:1.36.1',
      ]);
    });

    test('declares this port and listens there', () => {
      expect(at(pod, 'containers.0.ports')).toEqual([{ name: 'http', containerPort: 9000 }]);
      expect(at(pod, 'containers.0.command')).toEqual(['httpd', '-f', '-v', '-p', '9000', '-h', '/app']);
    });
  });

  test('makes the pods of a ReplicaSet as well', () => {
    const manifests = synth((stack) => new ReplicaSet(stack, 'web', webPod()));
    expect(at(only(manifests, 'ReplicaSet'), 'spec.template.spec')).toEqual(podOf());
  });

  test('fails for the parts of one pod in two workloads', () => {
    const parts = webPod();
    expect(
      refusalOf((stack) => {
        new Pod(stack, 'one', parts);
        new Pod(stack, 'other', parts);
      }),
    ).toBe(
      "test/other: volume 'app' belongs to the pod of test/one. Make a volume for this pod; to share data, make both from one claim.",
    );
  });

  test.each([0, 65536, 80.5])('fails for port %d', (port) => {
    expect(refusalOf((stack) => new Pod(stack, 'web', webPod({ port })))).toBe(
      `test/web: port 'http' is ${port}; allowed are whole numbers from 1 to 65535. Write the port on which the program listens.`,
    );
  });

  test('fails for an image without a version', () => {
    expect(refusalOf((stack) => new Pod(stack, 'web', webPod({ image: 'busybox' })))).toBe(
      "test/web: container 'initialize-index-html' has the image 'busybox', which names no version. Pin it, like 'busybox:1.2.3'.",
    );
  });
});
