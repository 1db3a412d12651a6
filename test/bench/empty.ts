import { App, Chart } from 'cdk8s';

// What cdk8s itself needs before an app has done anything.
const app = new App({ outdir: process.env.CDK8S_OUTDIR });
new Chart(app, 'empty');
app.synth();
