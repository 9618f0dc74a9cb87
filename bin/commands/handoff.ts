import { Command } from 'commander';

export function handoffCommand(): Command {
  return new Command('handoff');
}
