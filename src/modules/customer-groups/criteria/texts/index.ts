import { attributesDe } from "./attributes-de"
import { attributesEn } from "./attributes-en"
import { de } from "./de"
import { en } from "./en"
import type { AttributeTexts, Texts } from "./shape"
import { templateTexts, type TemplateTexts } from "./templates"

export type { AttributeTexts, Texts } from "./shape"

/** Languages that criteria speak; English stands in for any other. */
export const LANGUAGES = ["en", "de"] as const

export type Language = (typeof LANGUAGES)[number]

const words: Record<Language, Texts> = { en, de }

const attributes: Record<Language, Map<string, AttributeTexts>> = {
  en: new Map(Object.entries(attributesEn)),
  de: new Map(Object.entries(attributesDe)),
}

/** The texts of criteria. */
export const texts = {
  /** The language of a locale like `de-AT`, or English. */
  languageOf(locale: string): Language {
    const language = locale.toLowerCase().split("-")[0]
    return LANGUAGES.find((known) => known === language) ?? "en"
  },

  /** The words of a language. */
  of: (language: Language): Texts => words[language],

  /** The texts of an attribute; of one from another plugin perhaps in English only. */
  ofAttribute: (id: string, language: Language): AttributeTexts | undefined =>
    attributes[language].get(id) ?? attributes.en.get(id),

  ofTemplate: (id: string, language: Language): TemplateTexts =>
    templateTexts[language][id] ?? { label: id, explanation: "" },

  /** Adds the texts of an attribute and returns what takes them out again. */
  addAttribute(id: string, added: Partial<Record<Language, AttributeTexts>>): () => void {
    for (const language of LANGUAGES) {
      const its = added[language]
      if (its) attributes[language].set(id, its)
    }
    return () => LANGUAGES.forEach((language) => attributes[language].delete(id))
  },
}

/** Puts the parts of a sentence in their places; a part that is not there takes the space before it along. */
export const fill = (sentence: string, parts: Record<string, string | undefined>): string =>
  sentence
    .replace(/( ?)\{\{(\w+)\}\}/g, (_all, space: string, part: string) => (parts[part] ? space + parts[part] : ""))
    .trimStart()
