/** The language of those that the memberships of a customer are answered in. */
export const answerLanguage = (language: string): "en" | "de" => (language.startsWith("de") ? "de" : "en")
