import { App } from 'aws-cdk-lib';
import { share } from '../parameters';
import { addStacks } from '../lib/stacks';
import { validateShare } from '../lib/share';

const app = new App();
addStacks(app, validateShare(share));
