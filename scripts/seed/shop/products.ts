import type { CreateProductWorkflowInputDTO, MedusaContainer } from "@medusajs/framework/types"
import {
  createCollectionsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
  createProductTagsWorkflow,
  createProductTypesWorkflow,
} from "@medusajs/medusa/core-flows"
import { collections, kinds, models, tags } from "../data/catalog"

const productCount = 100

const unique = (values: string[]) => [...new Set(values)]
const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-")

/** Between the lowest and the highest price of its kind, ending as prices do. */
const priceOf = ([lowest, highest]: [number, number], position: number) =>
  Math.round(lowest + (highest - lowest) * ((position * 0.618) % 1)) - 0.05

const createCategories = async (container: MedusaContainer) => {
  const create = async (names: { name: string; parent_category_id?: string }[]) => {
    const { result } = await createProductCategoriesWorkflow(container).run({
      input: { product_categories: names.map((category) => ({ ...category, is_active: true })) },
    })
    return new Map(result.map(({ name, id }) => [name, id]))
  }
  const parents = await create(unique(kinds.map(({ parent }) => parent)).map((name) => ({ name })))
  return create(kinds.map(({ category, parent }) => ({ name: category, parent_category_id: parents.get(parent) })))
}

/** A hundred products with their categories, collections, types and tags. */
export const createProducts = async (
  container: MedusaContainer,
  shop: { shippingProfileId: string; salesChannelId: string },
) => {
  const categoryIds = await createCategories(container)
  const { result: madeCollections } = await createCollectionsWorkflow(container).run({
    input: { collections: collections.map((title) => ({ title })) },
  })
  const { result: madeTypes } = await createProductTypesWorkflow(container).run({
    input: { product_types: unique(kinds.map(({ type }) => type)).map((value) => ({ value })) },
  })
  const { result: madeTags } = await createProductTagsWorkflow(container).run({
    input: { product_tags: tags.map((value) => ({ value })) },
  })

  const products = Array.from({ length: productCount }, (_, position): CreateProductWorkflowInputDTO => {
    const kind = kinds[position % kinds.length]
    const round = Math.floor(position / kinds.length)
    // No name may come twice: a kind meets each model once.
    const title = `${models[(position * 5 + round) % models.length]} ${kind.nouns[round % kind.nouns.length]}`
    const sku = `${slug(title).toUpperCase()}-${position + 1}`
    const price = priceOf(kind.prices, position + 1)

    return {
      title,
      handle: `${slug(title)}-${position + 1}`,
      description: `${title} from our range of ${kind.category.toLowerCase()}.`,
      status: "published",
      shipping_profile_id: shop.shippingProfileId,
      sales_channels: [{ id: shop.salesChannelId }],
      category_ids: [categoryIds.get(kind.category)!],
      collection_id: madeCollections[position % madeCollections.length].id,
      type_id: madeTypes.find(({ value }) => value === kind.type)!.id,
      tag_ids: [madeTags[position % madeTags.length].id],
      options: [{ title: "Size", values: kind.sizes }],
      variants: kind.sizes.map((size) => ({
        title: size,
        sku: `${sku}-${slug(size).toUpperCase()}`,
        manage_inventory: false,
        options: { Size: size },
        prices: [
          { currency_code: "eur", amount: price },
          { currency_code: "usd", amount: Math.round(price * 1.1) - 0.01 },
        ],
      })),
    }
  })
  const { result } = await createProductsWorkflow(container).run({ input: { products } })
  return result
}
