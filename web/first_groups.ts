import { z } from "zod";
import { Group } from "../core/access/group.ts";
import fixture from "../fixtures/groups.json" with { type: "json" };

/** The groups that a new site begins with, as `fixtures/groups.json` has them. */
export const FIRST_GROUPS: readonly Group[] = z.array(Group).parse(
  fixture.groups,
);
