import { refuse } from '../constructs';
import { addOnsFor, servedResources } from './add-ons';
import type { Kubectl } from './kubectl';
import type { Step } from './plan';
import type { ListedStack } from './stack-list';

const WHICH = '{.clusters[0].cluster.server} {.contexts[0].context.namespace}';

/** Names the cluster of a context before anything else, and refuses one whose default Namespace is another than ours. */
export function nameCluster(kubectl: Kubectl): Step {
  const { context } = kubectl;
  return {
    title: `the context ${context} is known`,
    commands: [kubectl.command(['config', 'view', '--minify', `--output=jsonpath=${WHICH}`])],
    after: {
      says: ['goes on when objects without a Namespace end up in default'],
      follow: ([answer]) => {
        const [server = '', namespace = ''] = (answer?.stdout ?? '').trim().split(' ');
        if (namespace !== '' && namespace !== 'default')
          refuse(
            `context ${context}`,
            `its Namespace is '${namespace}', and the main forms belong into 'default'`,
            `Run kubectl config set-context ${context} --namespace=default, or use another context`,
          );
        return { lines: [`cluster: ${server}`] };
      },
    },
  };
}

/** Refuses a cluster that does not know the kinds that these stacks are made of. */
export function checkAddOns(stacks: readonly ListedStack[], kubectl: Kubectl): Step {
  const addOns = addOnsFor(stacks).filter(({ definitions }) => definitions.length > 0);
  return {
    title: 'it knows the kinds that the stacks are made of',
    commands: [servedResources(kubectl)],
    // It fails when one of many groups does not answer, and names all others.
    mayFail: true,
    after: {
      says: addOns.map(({ name, definitions }) => `goes on when ${name} is there: ${definitions.join(', ')}`),
      follow: ([answer]) => {
        const served = new Set((answer?.stdout ?? '').split('\n'));
        // Every cluster has these.
        if (!served.has('services'))
          refuse(
            `context ${kubectl.context}`,
            `the cluster does not answer: ${answer?.stderr.trim().split('\n').at(-1)}`,
            'See that it runs, and run this again',
          );
        const missing = addOns.filter(({ definitions }) => !definitions.every((name) => served.has(name)));
        if (missing.length > 0)
          refuse(
            `context ${kubectl.context}`,
            `the cluster lacks ${missing.map(({ name, version }) => `${name} ${version}`).join(' and ')}`,
            `Install it: ${missing.map(({ source }) => `kubectl --context ${kubectl.context} apply --server-side -f ${source}`).join(' && ')}`,
          );
        return {};
      },
    },
  };
}
