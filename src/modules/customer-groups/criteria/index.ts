/** What decides who belongs to a group: the format, the attributes, and what follows from them. No database in it. */
export { analyse, type Analysis } from "./analyse"
export { DATA_KINDS, defineAttribute, FAMILIES, type Attribute, type DataKind, type Family } from "./attribute"
export { findAttribute, listAttributes, registerCustomerAttribute } from "./catalogue"
export {
  compile,
  compileConditions,
  compileMany,
  compileOccurring,
  compileSuggestions,
  type ConditionColumns,
  type Scope,
} from "./compile"
export type { Environment } from "./dates"
export { describe, describePart } from "./describe"
export { choicesOf, describeAttributes } from "./describe-attributes"
export { CriteriaError, type CriteriaPath } from "./errors"
export {
  describeMissing,
  explain,
  type ConditionResult,
  type Explained,
  type ExplainedCondition,
  type ExplainedNode,
} from "./explain"
export { keyOf } from "./hash"
export type { Missing } from "./missing"
export { operators, operatorsOf, orMissing, positiveOf, type Operand } from "./operators"
export * as parameters from "./parameters"
export { referencesOf, type Reference } from "./references"
export {
  LIMITS,
  OPERATOR_IDS,
  type Child,
  type Condition,
  type Criteria,
  type Node,
  type OperatorId,
  type TimeWindow,
} from "./schema"
export { node as criteriaSchema } from "./schema"
export * as sources from "./sources"
export { LANGUAGES, texts, type AttributeTexts, type Language, type Texts } from "./texts"
export { templatesIn, type Template } from "./templates"
export { conditionsOf, isCondition, partsOf, type Placed } from "./tree"
export { parseCriteria, problemsOf } from "./validate"
export { parseParameter } from "./validate-condition"
export * as values from "./values"
export type { Wording } from "./words"
