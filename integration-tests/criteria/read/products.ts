import type { IProductModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Product } from "../data"

/** What can be looked up of a product or variant that was bought. */
export interface Assortment {
  products: Map<string, Product>
  /** By the variant's id. */
  skus: Map<string, string>
}

/** What was bought stays bought: deleted products and variants are read, too. Medusa's services write into it. */
const everything = () => ({ take: 100_000, withDeleted: true })

/** A category and all that it is within. */
const lineage = (id: string, parents: Map<string, string | null>): string[] => {
  const parent = parents.get(id)
  return parent ? [id, ...lineage(parent, parents)] : [id]
}

export const readProducts = async ({ container }: ModuleApp): Promise<Assortment> => {
  const service = container.resolve<IProductModuleService>(Modules.PRODUCT)
  const categories = await service.listProductCategories({}, everything())
  const parents = new Map(categories.map(({ id, parent_category_id }) => [id, parent_category_id ?? null]))
  const products = await service.listProducts({}, { ...everything(), relations: ["tags", "categories"] })
  const variants = await service.listProductVariants({}, everything())
  return {
    products: new Map(
      products.map(({ id, collection_id, type_id, tags, categories }) => [
        id,
        {
          collectionId: collection_id ?? null,
          typeId: type_id ?? null,
          tagIds: tags.map((tag) => tag.id),
          categoryIds: (categories ?? []).flatMap((category) => lineage(category.id, parents)),
        },
      ]),
    ),
    skus: new Map(variants.flatMap(({ id, sku }) => (sku ? [[id, sku] as const] : []))),
  }
}
