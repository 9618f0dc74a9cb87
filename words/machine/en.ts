import type { Messages } from '../speech';

/** What is wrong with this machine or with a file on it, and what to do: said by every command. */
export const en = {
  notUtf8:
    '{file}, line {line}: this file is not saved as UTF-8, so its text would be deployed with wrong characters. Nothing was tried. Open it in an editor with the encoding in which the text looks right (Shift_JIS, for example), and save it as UTF-8.',
  isUtf16:
    '{file}: this file is saved as UTF-16 and not as UTF-8. Nothing was tried. Save it as UTF-8 in your editor. (Windows PowerShell 5.1 writes UTF-16 with > and Out-File; use Set-Content -Encoding UTF8.)',
  isIso2022:
    '{file}, line {line}: this file is saved as ISO-2022-JP (JIS) and not as UTF-8. Nothing was tried. Open it in an editor with that encoding, and save it as UTF-8.',
  replacementCharacter:
    '{field} must not hold the character U+FFFD, got {value} (programs put it where they read a text in the wrong encoding, so the text is probably damaged: type it again, and save the file that it comes from as UTF-8)',
  seedKeyChanged:
    'company.seedObjects: the object {key} cannot be deployed from this computer, because its file system gives the file another name ({found}); rename the object, synthesize into a folder on another disk (--output), or copy the object with aws s3 cp after the deployment',

  diskFull:
    'this computer has no space left to write to ({reason}): free some space, also in the folder for temporary files ({temporary}), then run it again',
  tooManyFiles:
    'this computer lets a program open no more files ({reason}): close other programs or raise the limit (ulimit -n), then run it again',
  noMemory: 'this computer has no memory left ({reason}): close other programs, then run it again',
  mayNotWrite:
    'this program may not read or write something on this computer ({reason}): check who owns it and its permissions, then run it again',
  noHome:
    'this computer has no home folder for this user ({reason}): set HOME to a folder that you may write to, then run it again',
  otherFault:
    'this computer could not do something that is needed ({reason}): see to that, then run it again',
  childKilled:
    '{command} was ended by something else ({signal}) before it was done: nothing can be said about it. Run it again',
  childCouldNotTell: '{command} could not tell:\n{said}',
  stoppedByHand: 'Stopped by hand: nothing is claimed, and nothing is left behind.',
  outputLost: 'what was to be printed could not be written ({reason}), so the output is not complete',
} as const satisfies Messages;
