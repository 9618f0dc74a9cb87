/**
 * What is typed once on a computer, by its operating system; what AWS CLI commands need is the same on all. The configuration
 * file is made first: an editor would save a new one under another name.
 *
 * https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html
 */
export const SYSTEMS = [
  {
    id: 'windows',
    name: 'Windows',
    configFile: '%USERPROFILE%\\.aws\\config',
    install: 'msiexec.exe /i https://awscli.amazonaws.com/AWSCLIV2.msi',
    openConfig:
      'mkdir -Force "$HOME\\.aws"\nAdd-Content "$HOME\\.aws\\config" ""\nnotepad "$HOME\\.aws\\config"',
  },
  {
    id: 'macos',
    name: 'macOS',
    configFile: '~/.aws/config',
    install:
      'curl -o AWSCLIV2.pkg https://awscli.amazonaws.com/AWSCLIV2.pkg\nsudo installer -pkg AWSCLIV2.pkg -target /',
    openConfig: 'mkdir -p ~/.aws\ntouch ~/.aws/config\nopen -e ~/.aws/config',
  },
  {
    id: 'linux',
    name: 'Linux',
    configFile: '~/.aws/config',
    install:
      'curl -o awscliv2.zip "https://awscli.amazonaws.com/awscli-exe-linux-$(uname -m).zip"\nunzip awscliv2.zip\nsudo ./aws/install',
    openConfig: 'mkdir -p ~/.aws\nnano ~/.aws/config',
  },
] as const;

export type System = (typeof SYSTEMS)[number];
