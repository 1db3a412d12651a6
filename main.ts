import { App, type AppProps, synthesize } from './constructs';
import { addStacks } from './stacks';
import { readSettings } from './stacks/settings';

// The checks are loaded only when there is something new to look at: they cost more than everything else here.
const inspect: AppProps['inspect'] = (objects) =>
  (require('./checks/read/synthesized') as typeof import('./checks/read/synthesized')).problemsOf(objects);

// The only place that looks at the environment: cdk8s-cli says there where the manifests belong.
synthesize(() => {
  const app = new App({ outdir: process.env.CDK8S_OUTDIR, inspect });
  addStacks(app, readSettings(process.env));
  return app;
});
