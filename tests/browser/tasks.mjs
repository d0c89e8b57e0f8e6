export const example = {};
export const large = {};
