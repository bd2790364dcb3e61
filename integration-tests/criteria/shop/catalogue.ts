import type { IProductModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"

/** A variant as an order line or a cart names it. */
export interface Variant {
  id: string
  productId: string
  sku: string | null
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Ids of categories, each with the one that it is within. The second begins like the first, and is not within it. */
const CATEGORIES: [string, string | null][] = [
  ["pcat_1", null],
  ["pcat_10", null],
  ["pcat_1a", "pcat_1"],
  ["pcat_1aa", "pcat_1a"],
  ["pcat_1b", "pcat_1"],
  ["pcat_10a", "pcat_10"],
  ["pcat_empty", null],
]

const SKUS = ["SH-1", "sh-2", "50%_off", "Größe-42", "back\\slash", "O'Sku", "🙂", "SH-10", " sku ", ""]

/** Products with everything that can be asked of them; the last ones are deleted once orders have named them. */
export const makeCatalogue = async (app: ModuleApp, random: Random): Promise<Variant[]> => {
  const products = app.container.resolve<IProductModuleService>(Modules.PRODUCT)
  await products.createProductCollections(
    numbers(3).map((n) => ({ id: `pcol_${n}`, title: `Collection ${n}` })) as never,
  )
  await products.createProductTypes(numbers(3).map((n) => ({ id: `ptyp_${n}`, value: `Type ${n}` })) as never)
  await products.createProductTags(numbers(4).map((n) => ({ id: `ptag_${n}`, value: `Tag ${n}` })) as never)
  for (const [id, parent] of CATEGORIES)
    await products.createProductCategories([{ id, name: id, parent_category_id: parent }] as never)

  const made = numbers(12).map((n) => ({
    id: `prod_${n}`,
    title: `Product ${n}`,
    collection_id: random.percent(60) ? `pcol_${random.whole(1, 3)}` : undefined,
    type_id: random.percent(60) ? `ptyp_${random.whole(1, 3)}` : undefined,
    tag_ids: random.several(numbers(4), random.whole(0, 2)).map((tag) => `ptag_${tag}`),
    category_ids: random.several(CATEGORIES.slice(0, -1), random.whole(0, 2)).map(([id]) => id),
    options: [{ title: "Size", values: ["S", "L"] }],
    variants: ["S", "L"].map((size, index) => {
      const position = (n - 1) * 2 + index
      const sku = position < SKUS.length ? SKUS[position] : random.percent(50) ? `SKU-${position}` : undefined
      return { id: `variant_${n}_${size}`, title: size, sku: sku || undefined, options: { Size: size } }
    }),
  }))
  await products.createProducts(made as never)
  return made.flatMap(({ id, variants }) =>
    variants.map((variant) => ({ id: variant.id, productId: id, sku: variant.sku ?? null })),
  )
}

/** Deletes products and a variant that have been bought. */
export const deleteSomeProducts = async (app: ModuleApp): Promise<void> => {
  const products = app.container.resolve<IProductModuleService>(Modules.PRODUCT)
  await products.softDeleteProducts(["prod_3", "prod_12"])
  await products.softDeleteProductVariants(["variant_1_L"])
}
