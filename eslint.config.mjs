import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript"
import { importX } from "eslint-plugin-import-x"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

const SRC = "./src"
const MODULE = `${SRC}/modules/customer-groups`

/**
 * Which way imports go: admin → { types, criteria }; api → workflows → module service → { worker, repositories, log } →
 * { criteria, sql } → types. Criteria are pure: they know `sql/sql.ts`, which builds text and values, and zod; nothing
 * that runs a statement. Nothing imports upwards.
 */
const mayNotImport = (target, from, message, except) => ({ target, from, message, ...(except && { except }) })

const directions = [
  mayNotImport(
    `${SRC}/admin`,
    [`${SRC}/api`, `${SRC}/workflows`, `${SRC}/links`, `${SRC}/scripts`],
    "The admin talks to the server over HTTP; it shares types and criteria only.",
  ),
  mayNotImport(
    `${SRC}/admin`,
    `${SRC}/modules`,
    "The admin talks to the server over HTTP; it shares types and criteria only.",
    ["./customer-groups/criteria"],
  ),
  mayNotImport(`${MODULE}/criteria`, SRC, "Criteria are pure: only sql/sql.ts, and zod.", [
    "./modules/customer-groups/criteria",
    "./modules/customer-groups/sql/sql.ts",
  ]),
  mayNotImport(`${SRC}/api`, [`${SRC}/admin`], "Routes do not know the pages."),
  mayNotImport(
    `${SRC}/workflows`,
    [`${SRC}/api`, `${SRC}/admin`],
    "Workflows are called by routes, not the other way round.",
  ),
  mayNotImport(
    `${SRC}/modules`,
    [`${SRC}/api`, `${SRC}/admin`, `${SRC}/workflows`, `${SRC}/links`],
    "The module stands alone: it is wrapped by workflows.",
  ),
  mayNotImport(
    ["repositories", "log", "sql", "checks", "changes", "evaluation", "statistics", "worker"].map(
      (folder) => `${MODULE}/${folder}`,
    ),
    [`${MODULE}/service.ts`, `${MODULE}/index.ts`],
    "The service is made of these; they do not know it.",
  ),
  mayNotImport(`${MODULE}/sql`, [`${MODULE}/repositories`], "Repositories are made of pieces of SQL."),
  mayNotImport(
    `${MODULE}/worker`,
    [`${MODULE}/repositories`, `${MODULE}/sql`],
    "The worker says when; it holds no SQL.",
  ),
  mayNotImport(
    `${SRC}/types`,
    [`${SRC}/api`, `${SRC}/admin`, `${SRC}/workflows`],
    "Types import nothing but the format of criteria.",
  ),
  mayNotImport(`${SRC}/types`, `${SRC}/modules`, "Types import nothing but the format of criteria.", [
    "./customer-groups/criteria",
  ]),
]

export default tseslint.config(
  {
    ignores: [
      "**/node_modules",
      ".medusa",
      ".data",
      ".run",
      ".cache",
      "coverage",
      "jest.config.js",
      "eslint.config.mjs",
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: {
      "import-x/resolver-next": [
        createTypeScriptImportResolver({ noWarnOnMultipleProjects: true, project: ["tsconfig.json", "src/admin"] }),
      ],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: directions }],
      "import-x/no-cycle": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "off",
    },
  },
  {
    // The pages import criteria too.
    files: ["src/modules/customer-groups/criteria/**"],
    ignores: ["**/*.spec.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "^(?!\\.|@medusajs/framework/zod$)", message: "Criteria are pure: no package but Medusa's zod." },
          ],
        },
      ],
    },
  },
  {
    // SQL stands where it is looked for.
    files: [
      "src/api/**",
      "src/workflows/**",
      "src/modules/customer-groups/service.ts",
      "src/modules/customer-groups/worker/**",
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "TemplateLiteral[quasis.0.value.raw=/^\\s*(select|insert|update|delete|with)\\s/i]",
          message: "SQL belongs into the module's repositories, log or sql.",
        },
      ],
    },
  },
)
