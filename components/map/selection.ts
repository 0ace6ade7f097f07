/** What is selected, in the text and on the map at once. */
export interface Selection {
  readonly placeId: string;
  /** Index into the mentions of the place's feature. */
  readonly mention: number;
}
