import { useEffect, useRef, useState } from "react"

/** Pixels below the window within which something is as good as seen. */
const AHEAD = 200

/** Whether an element has come into view, or near it, once. */
export const useSeen = <Seen extends Element>() => {
  const ref = useRef<Seen>(null)
  const [isSeen, setSeen] = useState(false)

  useEffect(() => {
    const element = ref.current
    if (!element || isSeen) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      {
        rootMargin: `${AHEAD}px`,
      },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isSeen])

  return { ref, isSeen }
}
