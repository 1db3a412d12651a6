import { kind } from '../platform/kind';
import { FOLDER } from './synthesis';

/** The page of help. */
export const HELP = `npm run up -- [options] [stack…]       a kind cluster with its add-ons and the stacks; all main forms for no name
npm run down -- [options] [stack…]     takes the kind cluster away, or with --context what up applied
npm run doctor -- [options]            what this machine lacks, and what to do

  --plan                 prints every command and runs none
  --context NAME         uses this existing cluster; it brings its own add-ons
  --name NAME            name of the kind cluster (${kind.name})
  --six-nodes            six nodes, as in the controllers homework
  --kubernetes MINOR     ${Object.keys(kind.nodeImages).join(', ')}
  --timeout TIME         for each thing that is waited for (5m)
  --folder FOLDER        where the YAML is written to (${FOLDER})
  --force-conflicts      takes back fields that others have changed in the cluster
  --help                 this page

  npm run up
  npm run up -- web canary
  npm run up -- web-pod                  another form of web, beside it
  npm run --silent up -- --plan | sh -e  the same, by a shell
  npm run up -- --context my-cluster minio
  npm run down -- --context my-cluster minio`;
