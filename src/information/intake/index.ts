export const intakeMigrations = {};
export async function intakeRoutes(..._: unknown[]) {}
