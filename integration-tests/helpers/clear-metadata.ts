import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

// MikroORM keeps entities for the whole process: those of the file before would count as this one's.
MetadataStorage.clear()
