import { share } from '../parameters';
import { defineApp } from './define-app';

process.exitCode = defineApp(share, (text) => process.stderr.write(text));
