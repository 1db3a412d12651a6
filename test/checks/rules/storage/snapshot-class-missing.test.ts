import { snapshotClassMissing } from '../../../../checks/rules/storage/snapshot-class-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const snapshot = (spec: string, kind = 'VolumeSnapshot') => `
apiVersion: snapshot.storage.k8s.io/v1
kind: ${kind}
metadata: {name: data}
spec:
  ${spec}
---`;

const snapshotClass = (more = '') => `
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshotClass
metadata: {name: snap${more}}
driver: hostpath.csi.k8s.io`;

const OF_A_CLAIM = 'source: {persistentVolumeClaimName: data}';

describeRule(snapshotClassMissing, {
  found: {
    'a class that is nowhere': snapshot(
      "volumeSnapshotClassName: snap # ! VolumeSnapshot 'data' names VolumeSnapshotClass 'snap', which is not there",
    ),
    'a slip': `${snapshot(
      "volumeSnapshotClassName: spnap # ! VolumeSnapshotContent 'data' names VolumeSnapshotClass 'spnap', which is not there",
      'VolumeSnapshotContent',
    )}${snapshotClass()}`,
    'no class, where none is the default one': `${snapshot(OF_A_CLAIM).replace(
      'spec:',
      "spec: # ! VolumeSnapshot 'data' names no class, and none is the default one; there is 'snap'",
    )}${snapshotClass()}`,
  },
  right: {
    'a class that is there': `${snapshot('volumeSnapshotClassName: snap')}${snapshotClass()}`,
    'the default class': `${snapshot(OF_A_CLAIM)}${snapshotClass(
      ', annotations: {snapshot.storage.kubernetes.io/is-default-class: "true"}',
    )}`,
    'the default class, where nobody here says which one': snapshot(OF_A_CLAIM),
    'a snapshot that is there already': `${snapshot('source: {volumeSnapshotContentName: old}')}${snapshotClass()}`,
  },
});

test('names the class that is there, and is a warning where another one may be', () => {
  const [finding] = findingsIn(snapshotClassMissing, `${snapshot(OF_A_CLAIM)}${snapshotClass()}`);
  expect(finding).toMatchObject({
    level: 'warning',
    remedy: 'Write volumeSnapshotClassName: snap',
    related: [{ line: 10 }],
  });
});
