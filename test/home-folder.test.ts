import os from 'node:os';
import { homeFolder } from '../tools/home-folder';

test('the user’s, or none where the system knows none', () => {
  const asked = jest.spyOn(os, 'homedir').mockReturnValueOnce('/home/me');
  expect(homeFolder()).toBe('/home/me');
  asked.mockImplementationOnce(() => {
    throw new Error('A system error occurred: uv_os_homedir returned ENOENT');
  });
  expect(homeFolder()).toBeUndefined();
  asked.mockRestore();
});
