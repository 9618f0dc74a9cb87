import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  notUtf8:
    '{file} の {line} 行目: このファイルは UTF-8 で保存されていません。このままでは文字が化けてデプロイされるため、何も実行していません。文字が正しく見える文字コード (Shift_JIS など) を選んでエディターで開き、UTF-8 で保存し直してください。',
  isUtf16:
    '{file}: このファイルは UTF-8 ではなく UTF-16 で保存されています。何も実行していません。エディターで UTF-8 で保存し直してください (Windows PowerShell 5.1 の > と Out-File は UTF-16 で書き込みます。Set-Content -Encoding UTF8 を使ってください)。',
  isIso2022:
    '{file} の {line} 行目: このファイルは UTF-8 ではなく ISO-2022-JP (JIS) で保存されています。何も実行していません。その文字コードを選んでエディターで開き、UTF-8 で保存し直してください。',
  replacementCharacter:
    '{field} に文字 U+FFFD は使えません。現在の値: {value} (文字コードを間違えて読み込んだプログラムが入れる文字です。文字が壊れている可能性があるため、入力し直し、元のファイルを UTF-8 で保存してください)',
  seedKeyChanged:
    'company.seedObjects: オブジェクト {key} は、この PC からデプロイできません。ファイルシステムがファイルに別の名前 ({found}) を付けるためです。オブジェクトの名前を変えるか、別のディスクのフォルダに合成するか (--output)、デプロイの後に aws s3 cp でコピーしてください。',

  diskFull:
    'この PC の空き容量がありません ({reason})。一時ファイル用のフォルダ ({temporary}) も含めて空きを作り、もう一度実行してください。',
  tooManyFiles:
    'この PC では、プログラムがこれ以上ファイルを開けません ({reason})。ほかのプログラムを終了するか、上限を上げて (ulimit -n)、もう一度実行してください。',
  noMemory: 'この PC のメモリが足りません ({reason})。ほかのプログラムを終了して、もう一度実行してください。',
  mayNotWrite:
    'この PC で、読み書きできないものがあります ({reason})。所有者と権限を確認して、もう一度実行してください。',
  noHome:
    'この PC に、このユーザーのホームフォルダがありません ({reason})。HOME に書き込めるフォルダを設定して、もう一度実行してください。',
  otherFault:
    'この PC で、必要な処理ができませんでした ({reason})。原因を取り除いて、もう一度実行してください。',
  childKilled:
    '{command} が、終わる前にほかの原因 ({signal}) で終了しました。判定できません。もう一度実行してください。',
  outputLost: '表示する内容を書き込めませんでした ({reason})。出力は途中までです。',
  childCouldNotTell: '{command} は判定できませんでした。\n{said}',
  stoppedByHand: '手動で中断しました。何も保証しません。残ったものはありません。',
};
