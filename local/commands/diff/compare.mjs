// Compares two templates as the CDK does and prints the difference as JSON, which comparison.py reads.
// Usage: node compare.mjs DEPLOYED.json NEW.json

import { readFileSync } from "node:fs";
import cloudformationDiff from "@aws-cdk/cloudformation-diff";

const { fullDiff } = cloudformationDiff;
const [deployed, made] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));

const values = ({ oldValue, newValue }) => ({ old: oldValue ?? null, new: newValue ?? null });

function resource(id, change) {
  return {
    id,
    impact: change.changeImpact,
    type: change.newResourceType ?? change.oldResourceType,
    properties: Object.entries(change.propertyUpdates).map(([name, one]) => ({
      name,
      impact: one.changeImpact ?? "WILL_UPDATE",
      ...values(one),
    })),
    others: Object.entries(change.otherChanges).map(([name, one]) => ({ name, impact: "WILL_UPDATE", ...values(one) })),
  };
}

function statement(one) {
  const targets = ({ values: names, not }) => ({ names, not });
  const { effect, condition = null } = one;
  const parsed = one.actions.empty ? null : targets(one.actions);
  return {
    effect,
    condition,
    actions: parsed,
    resources: targets(one.resources),
    principals: targets(one.principals),
    unparsed: parsed ? "" : one.render().resource,
  };
}

// All statements of each side, not only those that differ: one action more makes another statement of all the others.
function iam(template) {
  const { statements, managedPolicies } = fullDiff({}, template).iamChanges;
  return {
    statements: statements.additions.map(statement),
    managed: managedPolicies.additions.map((one) => ({ identity: one.identityArn, policy: one.managedPolicyArn })),
  };
}

const difference = fullDiff(deployed, made);
const named = (collection) =>
  collection.logicalIds.map((name) => ({ name, ...values(collection.get(name)) }));
const parts = { Parameters: "parameters", Conditions: "conditions", Mappings: "mappings" };
const others = [
  ...Object.entries(parts).flatMap(([title, part]) =>
    named(difference[part]).map((one) => ({ ...one, name: `${title}.${one.name}` })),
  ),
  ...named(difference.unknown),
  ...(difference.description ? [{ name: "Description", ...values(difference.description) }] : []),
];
const result = {
  others,
  resources: difference.resources.logicalIds.map((id) => resource(id, difference.resources.get(id))),
  outputs: named(difference.outputs),
  old: iam(deployed),
  new: iam(made),
};
process.stdout.write(JSON.stringify(result));
