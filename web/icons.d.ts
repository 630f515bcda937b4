declare module "virtual:icons" {
  /** Address of the sprite; an icon is `${sprite}#name`. */
  const sprite: string;
  export default sprite;
}
