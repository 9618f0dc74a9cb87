/**
 * Stands for what CloudFormation makes up: the end of `STACK-LOGICALID-A1B2C3D4E5F6`. Made of characters that names may
 * have, and not decided wherever a template spells it out (`made-up-names.ts`), so that no literal is ever equal to it.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
export const MADE_UP = '=made-up=';
