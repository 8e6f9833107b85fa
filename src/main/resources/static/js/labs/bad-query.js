/** The server found something wrong with the query; `errors` names every parameter. */
export class BadQuery extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.errors = problem.errors ?? [];
  }
}
