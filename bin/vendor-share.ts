import { vendorShare } from './program';
import { runCommandLine } from './run-command-line';

void runCommandLine(vendorShare(), process.argv);
