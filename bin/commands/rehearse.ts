import { Command } from 'commander';

export function rehearseCommand(): Command {
  return new Command('rehearse');
}
