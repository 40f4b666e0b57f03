/** Input of this process, as handed over by `runTask` or `startTask`. */
export const taskInput = <Input>(): Input => JSON.parse(process.argv[2] ?? '{}') as Input;

export const answer = (result: object): void => console.log(JSON.stringify(result));
