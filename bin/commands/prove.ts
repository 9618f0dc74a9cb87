import { Command } from 'commander';

export function proveCommand(): Command {
  return new Command('prove');
}
