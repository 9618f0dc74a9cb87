import { Command } from 'commander';

export function lookupCommand(): Command {
  return new Command('lookup');
}
