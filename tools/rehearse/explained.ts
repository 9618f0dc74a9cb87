/** A line of explanation: name, value, and what it means. */
export type Explained = readonly [name: string, value: string, meaning?: string];
