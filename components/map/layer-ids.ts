/** The source of the article's areas, and of the room that the markers' names need. */
export const AREAS = 'areas';
/** The fill of the areas: what a pointer hits. */
export const AREA_FILL = 'area-fill';
