import { problemsOf } from './checks/read/synthesized';
import { App, synthesize } from './constructs';
import { addStacks } from './stacks';
import { readSettings } from './stacks/settings';

// The only place that looks at the environment: cdk8s-cli says there where the manifests belong.
synthesize(() => {
  const app = new App({ outdir: process.env.CDK8S_OUTDIR, inspect: problemsOf });
  addStacks(app, readSettings(process.env));
  return app;
});
